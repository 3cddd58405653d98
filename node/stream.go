package node

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// StreamConfig says where a chain's block stream is and what this node does there.
type StreamConfig struct {
	URL       string        // of NATS; "" embeds a server, of which this node is the only sequencer
	Listen    string        // host:port of the embedded server, for readers
	Replicas  int           // copies that a NATS cluster keeps
	Lease     time.Duration // how long a leader may be silent before another sequencer begins a term
	Standby   bool          // lead only after somebody else has
	ByOrigin  bool          // URL is what the origin has said; it is asked again when the stream does not answer
	PublicURL string        // of this node's JSON-RPC, which others send transactions to while it leads; "": what it listens on
}

// MinLease is the shortest lease: a leader says several times in one that it is there.
const MinLease = 100 * time.Millisecond

// streamDir is the folder of the embedded server in the data directory.
const streamDir = "stream"

// defaultStream embeds a server on the loopback interface.
func defaultStream() StreamConfig { return StreamConfig{Listen: "127.0.0.1:0", Lease: 5 * time.Second} }

func (c *StreamConfig) check() error {
	switch {
	case c.Lease < MinLease:
		return fmt.Errorf("node: lease of %v", c.Lease)
	case c.Standby && c.URL == "":
		return errors.New("node: a standby needs the URL of a NATS server that outlives the leader")
	}
	return nil
}

// connectStream starts the embedded server, if that is how it is, and opens the stream.
func (n *Node) connectStream(ctx context.Context) (err error) {
	cfg := &n.cfg.Stream
	opening := stream.Config{Chain: n.store.Genesis().Hash(), URL: cfg.URL, Create: !n.replica(), Wait: cfg.URL != "", Replicas: cfg.Replicas, Log: n.cfg.Log}
	if cfg.URL == "" {
		if n.streamServer, err = stream.StartServer(stream.ServerConfig{Dir: filepath.Join(n.cfg.DataDir, streamDir), Listen: cfg.Listen}); err != nil {
			return err
		}
		opening.Server = n.streamServer
	}
	if n.stream, err = stream.Open(ctx, opening); err != nil {
		return err
	}
	if n.follows() {
		_ = n.lookAtOrigin(ctx) // one that does not answer is waited for: see openReader
		return nil
	}
	return nil
}

func (n *Node) closeStream() {
	if n.stream != nil {
		n.stream.Close()
	}
	if n.streamServer != nil {
		n.streamServer.Close()
	}
}

// leaderID tells this process from every other sequencer.
func leaderID() (id record.LeaderID) {
	_, _ = rand.Read(id[:]) // never fails, see crypto/rand
	return id
}

// publicURL is where others reach this node's JSON-RPC.
func (n *Node) publicURL() string {
	if n.cfg.Stream.PublicURL != "" {
		return n.cfg.Stream.PublicURL
	}
	return n.server.HTTPEndpoint()
}
