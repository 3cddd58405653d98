package witness

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

const version = 2

// Witness is everything that executing one batch needs.
type Witness struct {
	Config            rollup.ChainConfig
	Before            rollup.ChainState // TreeRoot is not part of the encoding: it is the root of Tree
	SettlementChainID uint64
	DA                DA
	Tree              *tree.Tree
	Codes             []rollup.Code // ascending by hash, each once
	Blocks            []*rollup.Block
}

// DA says where the pubdata of the batch goes. VersionedHashes are those of its blobs, in order, and empty for every scheme but blobs.
type DA struct {
	Scheme          rollup.DAScheme
	VersionedHashes []common.Hash
}

// Encode is the wire form:
//
//	version u8 ‖ chainId u64 ‖ fork u8 ‖ blockGasLimit u64 ‖ maxGasPerPubdata u64 ‖ lastBlock u64 ‖ lastTimestamp u64 ‖ 256 block hashes
//	‖ settlementChainId u64 ‖ daScheme u8 ‖ nBlobs u8 ‖ versioned hashes ‖ (len u32 ‖ tree) ‖ nCodes u32 ‖ (len u32 ‖ code)* ‖ nBlocks u32 ‖ block*
//
// What stands before the tree makes it begin at a multiple of 8: the guest reads it in words.
func (w *Witness) Encode() []byte {
	out := []byte{version}
	out = binary.BigEndian.AppendUint64(out, w.Config.ChainID)
	out = append(out, byte(w.Config.Fork))
	for _, v := range []uint64{w.Config.BlockGasLimit, w.Config.MaxGasPerPubdata, w.Before.LastBlock, w.Before.LastTimestamp} {
		out = binary.BigEndian.AppendUint64(out, v)
	}
	for i := range w.Before.BlockHashes {
		out = append(out, w.Before.BlockHashes[i][:]...)
	}
	out = binary.BigEndian.AppendUint64(out, w.SettlementChainID)
	out = append(out, byte(w.DA.Scheme), byte(len(w.DA.VersionedHashes)))
	for i := range w.DA.VersionedHashes {
		out = append(out, w.DA.VersionedHashes[i][:]...)
	}
	nodes := w.Tree.Encode()
	out = binary.BigEndian.AppendUint32(out, uint32(len(nodes)))
	out = append(out, nodes...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(w.Codes)))
	for i := range w.Codes {
		out = binary.BigEndian.AppendUint32(out, uint32(len(w.Codes[i].Bytes)))
		out = append(out, w.Codes[i].Bytes...)
	}
	out = binary.BigEndian.AppendUint32(out, uint32(len(w.Blocks)))
	for _, b := range w.Blocks {
		out = rollup.AppendBlock(out, b)
	}
	return out
}

const (
	configSize = 1 + 8 + 1 + 8 + 8
	chainSize  = 8 + 8 + rollup.BlockHashWindow*32
	headSize   = configSize + chainSize + 8 + 1 + 1
	// minBlockSize is the length of a block without transactions, in bytes.
	minBlockSize = 120
)

// The head, any number of hashes, and the length of the tree are whole words.
var _ = [1]struct{}{}[(headSize+4)%8]

// Decode reads the wire form. Codes and transactions alias data.
func Decode(data []byte) (*Witness, error) {
	if len(data) < headSize || data[0] != version {
		return nil, fmt.Errorf("decode witness: head: %w", rollup.ErrEncoding)
	}
	w := &Witness{}
	rest := w.decodeHead(data)
	rest, err := w.decodeDA(rest)
	if err != nil {
		return nil, fmt.Errorf("decode witness: %w", err)
	}
	nodes, rest, err := takeBytes(rest)
	if err != nil {
		return nil, fmt.Errorf("decode witness: tree: %w", err)
	}
	if w.Tree, err = tree.Decode(nodes); err != nil {
		return nil, fmt.Errorf("decode witness: %w", err)
	}
	w.Before.TreeRoot = w.Tree.Root().Bytes()
	if rest, err = w.decodeCodes(rest); err != nil {
		return nil, fmt.Errorf("decode witness: %w", err)
	}
	if rest, err = w.decodeBlocks(rest); err != nil {
		return nil, fmt.Errorf("decode witness: %w", err)
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("decode witness: %d bytes left: %w", len(rest), rollup.ErrEncoding)
	}
	return w, nil
}

// decodeHead reads the part of fixed size; data is at least headSize long.
func (w *Witness) decodeHead(data []byte) []byte {
	u64 := binary.BigEndian.Uint64
	w.Config = rollup.ChainConfig{ChainID: u64(data[1:]), Fork: rollup.Fork(data[9]), BlockGasLimit: u64(data[10:]), MaxGasPerPubdata: u64(data[18:])}
	chain := data[configSize:]
	w.Before.LastBlock, w.Before.LastTimestamp = u64(chain), u64(chain[8:])
	for i := range w.Before.BlockHashes {
		copy(w.Before.BlockHashes[i][:], chain[16+32*i:])
	}
	tail := chain[chainSize:]
	w.SettlementChainID = u64(tail)
	w.DA.Scheme = rollup.DAScheme(tail[8])
	return tail[9:]
}

func (w *Witness) decodeDA(rest []byte) ([]byte, error) {
	n := int(rest[0])
	rest = rest[1:]
	if n > rollup.MaxBlobs || len(rest) < 32*n || (n > 0) != (w.DA.Scheme == rollup.DABlobs) {
		return nil, fmt.Errorf("%d blobs under scheme %d: %w", n, w.DA.Scheme, rollup.ErrEncoding)
	}
	w.DA.VersionedHashes = make([]common.Hash, n)
	for i := range w.DA.VersionedHashes {
		copy(w.DA.VersionedHashes[i][:], rest[32*i:])
	}
	return rest[32*n:], nil
}

func (w *Witness) decodeCodes(rest []byte) ([]byte, error) {
	n, rest, err := takeCount(rest, 4)
	if err != nil {
		return nil, fmt.Errorf("codes: %w", err)
	}
	w.Codes = make([]rollup.Code, n)
	for i := range w.Codes {
		c := &w.Codes[i]
		if c.Bytes, rest, err = takeBytes(rest); err != nil {
			return nil, fmt.Errorf("code %d: %w", i, err)
		}
		c.Hash = crypto.Keccak256Hash(c.Bytes)
		if i > 0 && bytes.Compare(w.Codes[i-1].Hash[:], c.Hash[:]) >= 0 {
			return nil, fmt.Errorf("code %d: not ascending: %w", i, rollup.ErrEncoding)
		}
	}
	return rest, nil
}

func (w *Witness) decodeBlocks(rest []byte) ([]byte, error) {
	n, rest, err := takeCount(rest, minBlockSize)
	if err != nil {
		return nil, fmt.Errorf("blocks: %w", err)
	}
	w.Blocks = make([]*rollup.Block, n)
	for i := range w.Blocks {
		if w.Blocks[i], rest, err = rollup.DecodeBlock(rest); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// takeCount reads a u32 number of items that take at least minSize bytes each.
func takeCount(data []byte, minSize uint64) (int, []byte, error) {
	if len(data) < 4 {
		return 0, nil, rollup.ErrEncoding
	}
	n := binary.BigEndian.Uint32(data)
	if uint64(n)*minSize > uint64(len(data)-4) {
		return 0, nil, fmt.Errorf("%d items in %d bytes: %w", n, len(data)-4, rollup.ErrEncoding)
	}
	return int(n), data[4:], nil
}

func takeBytes(data []byte) (item, rest []byte, err error) {
	n, rest, err := takeCount(data, 1)
	if err != nil {
		return nil, nil, err
	}
	return rest[:n:n], rest[n:], nil
}
