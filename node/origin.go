package node

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/internal/file"
)

// Origin is what a node tells those who want to follow its chain: ashlar_chain.
type Origin struct {
	Genesis    genesis.Config    `json:"genesis"`
	Deployment deploy.Deployment `json:"deployment"`
	Stream     string            `json:"stream"` // URL of NATS, without names and passwords
}

func (n *Node) origin() *Origin {
	o := &Origin{Genesis: n.cfg.Genesis, Deployment: n.cfg.Deployment}
	switch {
	case n.streamServer != nil:
		o.Stream = n.streamServer.URL()
	default:
		var clean []string
		for _, one := range strings.Split(n.stream.URL(), ",") {
			if u, err := url.Parse(strings.TrimSpace(one)); err == nil {
				u.User = nil
				clean = append(clean, u.String())
			}
		}
		o.Stream = strings.Join(clean, ",")
	}
	return o
}

// Learn asks the node at originURL what its chain is and where the block stream is, and writes both into dir, which is a replica's from then on. A directory that has another chain is refused. What the
// origin says is not believed beyond that: every block is executed, and batches are compared with L1. An origin that does not answer is needed only the first time: dir remembers.
func Learn(ctx context.Context, originURL, dir string, log *slog.Logger) (chain *Chain, stream string, err error) {
	chain, o, err := askOrigin(ctx, originURL)
	if err == nil {
		return chain, o.Stream, errors.Join(chain.keep(dir), MarkReplica(dir, originURL, o.Stream))
	}
	there, err2 := ReadChain(dir)
	_, stream, err3 := replicaOf(dir)
	if refused := gethrpc.Error(nil); errors.As(err, &refused) || errors.Is(err, ErrOrigin) || errors.Join(err2, err3) != nil || stream == "" {
		return nil, "", err
	}
	log.Warn("the origin does not answer; starting with what is here, and following when it is back", "err", err)
	return there, stream, MarkReplica(dir, originURL, stream)
}

// ErrOrigin says that an origin answered, and that it cannot be followed: it is of another kind, or contradicts itself.
var ErrOrigin = errors.New("no node to follow")

// askAgain asks the origin where the stream is now.
func (n *Node) askAgain(ctx context.Context) {
	chain, o, err := askOrigin(ctx, n.cfg.Origin)
	if err != nil || o.Stream == n.stream.URL() || chain.keep(n.cfg.DataDir) != nil {
		return
	}
	if err := errors.Join(n.stream.Move(o.Stream), MarkReplica(n.cfg.DataDir, n.cfg.Origin, o.Stream)); err != nil {
		n.cfg.Log.Warn("the origin says that the block stream is elsewhere now", "stream", o.Stream, "err", err)
		return
	}
	n.cfg.Log.Info("the origin says that the block stream is elsewhere now", "stream", o.Stream)
}

func askOrigin(ctx context.Context, originURL string) (*Chain, *Origin, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	client, err := gethrpc.DialContext(ctx, originURL)
	if err != nil {
		return nil, nil, fmt.Errorf("origin %s: %w", originURL, err)
	}
	defer client.Close()
	var o Origin
	if err := client.CallContext(ctx, &o, "ashlar_chain"); err != nil {
		return nil, nil, fmt.Errorf("origin %s: %w", originURL, err)
	}
	if err := o.Genesis.Check(); err != nil {
		return nil, nil, fmt.Errorf("origin %s: %w: %w", originURL, err, ErrOrigin)
	}
	if o.Deployment.ChainID != o.Genesis.Chain.ChainID || o.Deployment.L1ChainID != o.Genesis.L1ChainID {
		return nil, nil, fmt.Errorf("origin %s: genesis is of chain %d, deployment of chain %d: %w", originURL, o.Genesis.Chain.ChainID, o.Deployment.ChainID, ErrOrigin)
	}
	o.Stream = reachable(o.Stream, originURL)
	return &Chain{Genesis: o.Genesis, Deployment: o.Deployment}, &o, nil
}

// keep writes the chain's directory, or compares it with the one that is there.
func (c *Chain) keep(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("chain directory: %w", err)
	}
	there, err := ReadChain(dir)
	if err == nil {
		a, err1 := json.Marshal(there)
		b, err2 := json.Marshal(c)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if !bytes.Equal(a, b) {
			return fmt.Errorf("%s is of another chain (id %d) than the origin's (id %d): use another --data-dir", dir, there.Genesis.Chain.ChainID, c.Genesis.Chain.ChainID)
		}
		return nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	g, err := c.Genesis.Encode()
	if err != nil {
		return err
	}
	d, err := json.MarshalIndent(c.Deployment, "", "  ")
	if err != nil {
		return err
	}
	return errors.Join(file.Write(filepath.Join(dir, genesisFile), append(g, '\n')), file.Write(filepath.Join(dir, deploymentFile), append(d, '\n')))
}

// reachable puts the origin's host in the place of one that means "this machine" or "every interface" there.
func reachable(stream, originURL string) string {
	u, err1 := url.Parse(stream)
	o, err2 := url.Parse(originURL)
	if err1 != nil || err2 != nil {
		return stream
	}
	ip := net.ParseIP(u.Hostname())
	if ip == nil || !(ip.IsLoopback() || ip.IsUnspecified()) {
		return stream
	}
	u.Host = net.JoinHostPort(o.Hostname(), u.Port())
	return u.String()
}
