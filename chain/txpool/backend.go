package txpool

import (
	"math/big"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// Chain is what the pool reads of the chain.
type Chain interface {
	Head() store.BlockRef
	Parent(number uint64) (*types.Header, error) // the header that the block after number is priced by
	StateAt(number uint64) (stf.State, error)
}

// backend is the chain as legacypool wants it.
type backend struct {
	chain  Chain
	config *params.ChainConfig
	head   *types.Header // at the start
}

// poolConfig is the chain's rules without Osaka's cap on the gas limit: here the part above the cap may pay for pubdata, and admit checks the cap where
// it applies. Nothing else that legacypool checks changed in Osaka.
func poolConfig(c *rollup.ChainConfig) *params.ChainConfig {
	e := c.EVM()
	e.OsakaTime = nil
	return e
}

func (b *backend) Config() *params.ChainConfig { return b.config }

func (b *backend) CurrentBlock() *types.Header { return b.head }

// GetBlock is asked only about blocks of another branch; this chain has none.
func (b *backend) GetBlock(common.Hash, uint64) *types.Block { return nil }

// StateAt goes by number: headers here have no state root.
func (b *backend) StateAt(_ common.Hash, number *big.Int, _ uint64) (*state.StateDB, error) {
	s, err := b.chain.StateAt(number.Uint64())
	if err != nil {
		return nil, err
	}
	return state.NewWithReader(common.Hash{}, noTrie{}, reader{s})
}

// noTrie is a state database without tries: the pool reads accounts and never asks for one.
type noTrie struct{ state.Database }

func (noTrie) Type() state.DatabaseType { return state.TypeMPT }

// reader is the flat state in go-ethereum's form. Storage roots are unknown and given as empty; the pool does not look at them.
type reader struct{ from stf.State }

func (r reader) Account(addr common.Address) (*types.StateAccount, error) {
	a, err := r.from.Account(addr)
	if err != nil || a.IsEmpty() {
		return nil, err
	}
	return &types.StateAccount{Nonce: a.Nonce, Balance: &a.Balance, Root: types.EmptyRootHash, CodeHash: a.CodeHash[:]}, nil
}

func (r reader) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	return r.from.Storage(addr, slot)
}

func (r reader) Has(addr common.Address, hash common.Hash) bool { return len(r.Code(addr, hash)) > 0 }

func (r reader) Code(_ common.Address, hash common.Hash) []byte {
	code, err := r.from.Code(hash)
	if err != nil {
		return nil
	}
	return code
}

func (r reader) CodeSize(addr common.Address, hash common.Hash) int { return len(r.Code(addr, hash)) }
