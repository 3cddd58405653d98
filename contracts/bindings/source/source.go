// Package source generates the text of package bindings from the compiled contracts.
//
// In: package artifacts. Out: one Go file by geth's abigen, version 2. The creation code is left out, because it is in the
// artifacts already and bindings then only change when an interface does.
package source

import (
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
)

// Generate returns the source of package bindings.
func Generate() (string, error) {
	names := artifacts.Names()
	abis := make([]string, len(names))
	codes := make([]string, len(names))
	for i, name := range names {
		a, err := artifacts.Get(name)
		if err != nil {
			return "", err
		}
		abis[i] = string(a.ABI)
	}
	code, err := abigen.BindV2(names, abis, codes, "bindings", nil, nil)
	if err != nil {
		return "", fmt.Errorf("abigen: %w", err)
	}
	return code, nil
}
