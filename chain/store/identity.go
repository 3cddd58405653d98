package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
)

var (
	// ErrWrongChain says that the directory holds another chain, or the same chain id from another genesis or configuration.
	ErrWrongChain = errors.New("data directory belongs to another chain")
	// ErrSchema says that the directory was written by a version with another schema.
	ErrSchema = errors.New("data directory has another schema")
	// ErrLocked says that another process has the directory open.
	ErrLocked = errors.New("data directory is in use")
)

// identity is what a directory is bound to.
type identity struct {
	schema      uint32
	chainID     uint64
	configHash  common.Hash
	genesisHash common.Hash // Genesis.Hash: header, configuration and allocation
}

// identity is that of a directory whose history begins with the genesis.
func (g *Genesis) identity() identity {
	return identity{schema: schemaVersion, chainID: g.Config.ChainID, configHash: g.Config.Hash(), genesisHash: g.Hash()}
}

// encode writes schema u32 ‖ chainID u64 ‖ configHash 32 ‖ genesisHash 32. The schema stays first in every version.
func (id *identity) encode() []byte {
	b := binary.BigEndian.AppendUint32(nil, id.schema)
	b = binary.BigEndian.AppendUint64(b, id.chainID)
	b = append(b, id.configHash[:]...)
	return append(b, id.genesisHash[:]...)
}

func decodeIdentity(data []byte) (identity, error) {
	d := newDecoder(data)
	id := identity{schema: d.Uint32()}
	if d.Err != nil || !known(id.schema) {
		return id, d.Err // nothing after another schema's number can be trusted
	}
	id.chainID, id.configHash, id.genesisHash = d.Uint64(), d.Hash(), d.Hash()
	return id, d.End()
}

func known(schema uint32) bool { return schema >= schemaWithoutLog && schema <= schemaLater }

// match compares what the directory dir holds with what the caller wants and says what to do about a difference.
func (id *identity) match(want *identity, dir string) error {
	switch {
	case !known(id.schema):
		return fmt.Errorf("%s: schema %d, this version writes %d; use the version that made it, or start in an empty directory and derive the chain from L1: %w",
			dir, id.schema, want.schema, ErrSchema)
	case id.chainID != want.chainID:
		return fmt.Errorf("%s: holds chain %d, not chain %d; use another --data-dir: %w", dir, id.chainID, want.chainID, ErrWrongChain)
	case id.configHash != want.configHash:
		return fmt.Errorf("%s: chain %d was made with another chain configuration (%s, now %s); restore the configuration or use another --data-dir: %w",
			dir, id.chainID, id.configHash, want.configHash, ErrWrongChain)
	case id.genesisHash != want.genesisHash:
		return fmt.Errorf("%s: chain %d was made from another genesis (%s, now %s); restore the genesis or use another --data-dir: %w",
			dir, id.chainID, id.genesisHash, want.genesisHash, ErrWrongChain)
	}
	return nil
}

// readIdentity reports the directory's identity and false when it is new.
func readIdentity(db *pebble.DB) (identity, bool, error) {
	value, closer, err := db.Get([]byte(keyIdentity))
	if errors.Is(err, pebble.ErrNotFound) {
		return identity{}, false, nil
	}
	if err != nil {
		return identity{}, false, fmt.Errorf("identity: %w", err)
	}
	defer closer.Close()
	id, err := decodeIdentity(value)
	if err != nil {
		return id, true, fmt.Errorf("identity: %w", err)
	}
	return id, true, nil
}
