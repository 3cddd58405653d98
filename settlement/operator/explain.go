package operator

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
)

// customErrors are the errors that the contracts declare, by selector.
var customErrors = sync.OnceValue(func() map[[4]byte]abi.Error {
	found := make(map[[4]byte]abi.Error)
	for _, name := range artifacts.Names() {
		parsed, _, err := artifacts.Load(name)
		if err != nil {
			continue // a broken build of package artifacts, whose own tests say so
		}
		for _, e := range parsed.Errors {
			found[[4]byte(e.ID[:4])] = e
		}
	}
	return found
})

// Explain says why a contract reverted, with the name and arguments of the contracts' own errors; without such data it is the error's text.
func Explain(err error) string {
	var with interface{ ErrorData() any }
	if !errors.As(err, &with) {
		return err.Error()
	}
	hex, _ := with.ErrorData().(string)
	data := common.FromHex(hex)
	if len(data) < 4 {
		return err.Error()
	}
	e, ok := customErrors()[[4]byte(data[:4])]
	if !ok {
		return fmt.Sprintf("%v (revert data %s)", err, hex)
	}
	values, unpackErr := e.Inputs.Unpack(data[4:])
	if unpackErr != nil {
		return fmt.Sprintf("%s with damaged arguments %s", e.Name, hex)
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = argument(e.Inputs[i].Name, v)
	}
	return e.Name + "(" + strings.Join(parts, ", ") + ")"
}

// roles are the names of the roles of ValidatorTimelock, whose identifiers are the hashes of the names.
var roles = func() map[common.Hash]string {
	names := make(map[common.Hash]string)
	for _, name := range []string{"COMMITTER_ROLE", "PROVER_ROLE", "EXECUTOR_ROLE", "REVERTER_ROLE", "ADMIN_ROLE"} {
		names[crypto.Keccak256Hash([]byte(name))] = name
	}
	return names
}()

func argument(name string, v any) string {
	text := fmt.Sprintf("%v", v)
	switch b := v.(type) {
	case [32]byte:
		if text = common.Hash(b).Hex(); roles[b] != "" {
			text = roles[b]
		}
	case []byte:
		text = fmt.Sprintf("%#x", b)
	}
	if name == "" {
		return text
	}
	return name + " " + text
}
