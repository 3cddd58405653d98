package node

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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
		return nil
	}
	if err != nil {
		return err
	}
	if !promote {
		return fmt.Errorf("%s is a replica's, of %s: start it with --replica-of, or, when that node is gone for good, make it the sequencer with --promote", dataDir, origin)
	}
	limited, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if client, err := gethrpc.DialContext(limited, origin); err == nil {
		defer client.Close()
		var number string
		if client.CallContext(limited, &number, "eth_blockNumber") == nil {
			return fmt.Errorf("%s answers: a replica is promoted only when the node that it follows is gone; stop that one first", origin)
		}
	}
	return os.Remove(filepath.Join(dataDir, originFile))
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
