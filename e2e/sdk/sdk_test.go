package sdk

import (
	"fmt"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/e2e/scripts"
)

func TestSDKs(t *testing.T) {
	node := scripts.Node(t)
	scripts.Install(t, ".", "viem", "")
	net := scripts.Start(t, 2*time.Second)
	key := func(i int) string { return fmt.Sprintf("%#x", crypto.FromECDSA(l1node.Accounts()[i].Key)) }
	net.Run(t, node, []string{
		"ASHLAR_L1_URL=" + net.L1URL(), "ASHLAR_L2_URL=" + net.Node.HTTPEndpoint(), "ASHLAR_KEY=" + key(7), "ASHLAR_KEY_VIEM=" + key(8), "ASHLAR_KEY_ETHERS=" + key(9),
	}, "read", "viem", "zksync-ethers")
}
