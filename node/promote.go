package node

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// originFile marks a data directory as a replica's: it has the URL of the origin, and in a second line that of the block stream.
const originFile = "replica-of"

// MarkReplica notes that the data directory follows another node, so that it is not made a sequencer's by mistake, and where the stream is.
func MarkReplica(dataDir, origin, stream string) error {
	return file.Write(filepath.Join(dataDir, originFile), []byte(origin+"\n"+stream+"\n"))
}

// replicaOf is what MarkReplica noted; os.ErrNotExist of a directory that is no replica's.
func replicaOf(dataDir string) (origin, stream string, err error) {
	raw, err := os.ReadFile(filepath.Join(dataDir, originFile))
	if err != nil {
		return "", "", err
	}
	origin, stream, _ = strings.Cut(strings.TrimSpace(string(raw)), "\n")
	return origin, strings.TrimSpace(stream), nil
}

// Promote lets a sequencer begin in a data directory. One that was a replica's needs the operator's word for it, and an origin that does not answer: two sequencers that have no stream in common would make two
// chains of one.
func Promote(ctx context.Context, dataDir string, promote bool) error {
	origin, _, err := replicaOf(dataDir)
	if errors.Is(err, os.ErrNotExist) {
		if promote {
			return hasData(dataDir) // promoted before, or a sequencer's: what is there goes on
		}
		return nil
	}
	if err != nil {
		return err
	}
	if !promote {
		return fmt.Errorf("%s is a replica's, of %s: start it with --replica-of, or, when that node is gone for good, make it the sequencer with --promote", dataDir, origin)
	}
	if err := gone(ctx, origin); err != nil {
		return fmt.Errorf("%s: %w: a replica is promoted only when the node that it follows is gone; stop that one first", origin, err)
	}
	return os.Remove(filepath.Join(dataDir, originFile))
}

// gone is nil when no node can be at the URL: nobody takes a connection, or a proxy says that nobody is behind it. A node that is slow, asleep or refuses the question is there, and would go on with the chain.
func gone(ctx context.Context, origin string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
		port := u.Port()
		if port == "" {
			port = map[string]string{"https": "443", "wss": "443"}[u.Scheme]
		}
		conn, err := new(net.Dialer).DialContext(ctx, "tcp", net.JoinHostPort(u.Hostname(), cmp.Or(port, "80")))
		if dns := new(net.DNSError); errors.Is(err, syscall.ENETUNREACH) || (errors.As(err, &dns) && !dns.IsNotFound) {
			return fmt.Errorf("this machine cannot look whether it is there: %w", err)
		}
		if err != nil {
			return nil
		}
		_ = conn.Close()
	}
	client, err := gethrpc.DialContext(ctx, origin)
	if err == nil {
		defer client.Close()
		var number string
		err = client.CallContext(ctx, &number, "eth_blockNumber")
	}
	var refused gethrpc.HTTPError
	switch {
	case err == nil:
		return errors.New("it answers")
	case errors.As(err, &refused) && slices.Contains([]int{http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout}, refused.StatusCode):
		return nil
	}
	return fmt.Errorf("something is there, though it does not say which block it has: %w", err)
}

// CheckGenesis refuses a genesis that is not the one with which the chain was created on L1.
func (c *Chain) CheckGenesis(ctx context.Context, client *l1.Client) error {
	g, err := c.Genesis.Genesis()
	if err != nil {
		return err
	}
	commitment, err := genesis.StateCommitment(g)
	if err != nil {
		return err
	}
	if c.Deployment.Chain == (common.Address{}) {
		return errors.New("the deployment has no chain contract")
	}
	source, err := fetch.Open(ctx, client, fetch.Config{Chain: c.Deployment.Chain, StartBlock: c.Deployment.StartBlock, Until: fetch.Committed})
	if err != nil {
		return err
	}
	return source.CheckGenesis(ctx, commitment)
}
