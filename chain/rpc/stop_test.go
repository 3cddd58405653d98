package rpc

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// TestStop: a server that stops answers what it was asked before and takes no more; what takes too long is cut off.
func TestStop(t *testing.T) {
	for _, c := range []struct {
		name    string
		timeout time.Duration
		release bool
	}{{"answered", time.Minute, true}, {"cut off", 50 * time.Millisecond, false}} {
		t.Run(c.name, func(t *testing.T) {
			chain := newFakeChain()
			asked, release := make(chan struct{}), make(chan struct{})
			chain.call = func(context.Context, *Position, *CallMsg, *tracing.Hooks) (*Receipt, error) {
				close(asked)
				<-release
				return &Receipt{Status: 1}, nil
			}
			cfg := DefaultConfig()
			cfg.StopTimeout = c.timeout
			server, err := New(cfg, chain.backend(), discard())
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			stopped, answered := make(chan error, 1), make(chan error, 1)
			go func() { stopped <- server.Run(ctx) }()
			client, err := gethrpc.Dial(server.HTTPEndpoint())
			if err != nil {
				t.Fatal(err)
			}
			defer client.Close()
			go func() {
				var out hexutil.Bytes
				answered <- client.Call(&out, "eth_call", map[string]any{"to": testUser}, "latest")
			}()
			<-asked
			cancel()
			address := strings.TrimPrefix(server.HTTPEndpoint(), "http://")
			for deadline := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
				conn, err := net.Dial("tcp", address)
				if err != nil {
					break
				}
				conn.Close()
				if time.Now().After(deadline) {
					t.Fatal("a server that stops takes connections")
				}
			}
			if c.release {
				close(release)
			}
			if err := <-answered; (err == nil) != c.release {
				t.Errorf("the request that was there: %v", err)
			}
			if !c.release {
				close(release)
			}
			if err := <-stopped; err != nil {
				t.Error(err)
			}
		})
	}
}
