package statetest

import "strings"

// Reasons for which cases do not apply to this chain.
const (
	skipBlob      = "blob transaction: type 3 does not exist on this chain (docs/spec.md section 2)"
	skipCollision = "the state before holds storage of an account without nonce and code, which no state grown from a genesis can (EIP-7610); go-ethereum leaves the test out as well"
)

// collisions are the tests whose prestate is impossible.
var collisions = []string{
	"stCreate2/RevertInCreateInInitCreate2Paris/",
	"stExtCodeHash/dynamicAccountOverwriteEmpty_Paris/",
	"stRevertTest/RevertInCreateInInit_Paris/",
	"stSStoreTest/InitCollisionParis/",
}

// Skip says why a case cannot apply, "" when it does.
func (c *Case) Skip() string {
	if len(c.RawTx) > 0 && c.RawTx[0] == 0x03 {
		return skipBlob
	}
	for _, prefix := range collisions {
		if strings.HasPrefix(c.Name, prefix) {
			return skipCollision
		}
	}
	return ""
}
