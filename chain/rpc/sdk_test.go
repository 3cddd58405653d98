package rpc

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
)

// The SDKs themselves decode what this server answers. The end-to-end tests do the same, and more, against a whole chain.
func TestSDKsRead(t *testing.T) {
	folder, err := filepath.Abs("../../e2e/sdk")
	if err != nil {
		t.Fatal(err)
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the SDKs' reading of the answers is not tested here")
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "viem")); err != nil {
		t.Skip("the SDKs are not installed (npm ci in e2e/sdk): their reading of the answers is not tested here")
	}
	f := start(t, nil)
	f.call = func(_ context.Context, _ *Position, m *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
		return &Receipt{Status: 1, GasUsed: 21_000, ReturnData: common.LeftPadBytes([]byte{1}, 32)}, nil
	}
	known, err := json.Marshal(map[string]any{"operation": f.receipts[2][0].TxHash, "withdrawal": f.receipts[2][1].TxHash, "batch": 1})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, node, "--test", "read.test.mjs")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "ASHLAR_L2_URL="+f.server.HTTPEndpoint(), "ASHLAR_READ="+string(known))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
