package operator

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// refusal is an error with the data of a revert, as a node of L1 gives it.
type refusal string

func (refusal) Error() string    { return "execution reverted" }
func (r refusal) ErrorData() any { return string(r) }

// TestExplain: a contract's own error is named with its arguments, roles by their names; everything else stays as it came.
func TestExplain(t *testing.T) {
	missing := func(role common.Hash) refusal {
		data := crypto.Keccak256([]byte("RoleMissing(address,bytes32,address)"))[:4]
		for _, word := range [][]byte{{0xc1}, role[:], {0xac}} {
			data = append(data, common.LeftPadBytes(word, 32)...)
		}
		return refusal(hexutil.Encode(data))
	}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"a role":         {missing(crypto.Keccak256Hash([]byte("PROVER_ROLE"))), "RoleMissing(chain " + common.HexToAddress("0xc1").Hex() + ", role PROVER_ROLE, account " + common.HexToAddress("0xac").Hex() + ")"},
		"another role":   {missing(common.Hash{7}), "role " + common.Hash{7}.Hex()},
		"cut off":        {missing(common.Hash{7})[:40], "RoleMissing with damaged arguments"},
		"unknown":        {refusal("0x01020304"), "execution reverted (revert data 0x01020304)"},
		"no data":        {refusal("0x"), "execution reverted"},
		"without a data": {errors.New("it is down"), "it is down"},
	} {
		if got := Explain(c.err); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
