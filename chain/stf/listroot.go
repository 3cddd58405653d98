package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// listRoot is the root of the Merkle-Patricia trie that maps rlp(i) to item(i) for i below n (yellow paper, appendix D): what go-ethereum's types.DeriveSha gives.
// The whole list is known and is hashed from the bottom up, with one buffer for each level that is open.
func listRoot(n int, item func(i int) []byte) common.Hash {
	if n == 0 {
		return types.EmptyRootHash
	}
	// In the order of rlp(i): one byte for 1..127, 0x80 for 0, then longer strings, whose first byte counts the others.
	keys := make([]listKey, 0, n)
	for i := 1; i < n && i < 0x80; i++ {
		keys = append(keys, newListKey(i))
	}
	keys = append(keys, newListKey(0))
	for i := 0x80; i < n; i++ {
		keys = append(keys, newListKey(i))
	}
	l := &listTrie{item: item}
	node := l.node(nil, 0, keys)
	return crypto.Keccak256Hash(node)
}

// listKey is the nibbles of rlp(i).
type listKey struct {
	index   int32
	length  int32 // in nibbles
	nibbles [8]byte
}

func newListKey(i int) listKey {
	k := listKey{index: int32(i)}
	var space [8]byte
	for _, b := range appendRLPUint64(space[:0], uint64(i)) {
		k.nibbles[k.length], k.nibbles[k.length+1] = b>>4, b&15
		k.length += 2
	}
	return k
}

type listTrie struct {
	item func(i int) []byte
	free [][]byte
	hash common.Hash // of the last node
}

// node appends the encoding of the node at depth, counted in nibbles, for keys that are sorted and agree above it. No key is a prefix of another.
func (l *listTrie) node(out []byte, depth int32, keys []listKey) []byte {
	first := &keys[0]
	if len(keys) == 1 {
		return appendPathNode(out, first.nibbles[depth:first.length], true, l.item(int(first.index)))
	}
	last := &keys[len(keys)-1]
	shared := depth
	for first.nibbles[shared] == last.nibbles[shared] {
		shared++
	}
	if shared > depth {
		child := l.reference(l.take(), shared, keys)
		out = appendExtension(out, first.nibbles[depth:shared], child)
		l.give(child)
		return out
	}
	body := l.take()
	for v := range byte(16) {
		end := 0
		for end < len(keys) && keys[end].nibbles[depth] == v {
			end++
		}
		if end == 0 {
			body = append(body, 0x80)
			continue
		}
		body = l.reference(body, depth+1, keys[:end])
		keys = keys[end:]
	}
	body = append(body, 0x80) // no value at a branch
	out = append(appendRLPHeader(out, 0xc0, len(body)), body...)
	l.give(body)
	return out
}

// reference appends what stands for a node in its parent: its hash, or itself when that is shorter.
func (l *listTrie) reference(out []byte, depth int32, keys []listKey) []byte {
	node := l.node(l.take(), depth, keys)
	if len(node) < common.HashLength {
		out = append(out, node...)
	} else {
		l.hash = crypto.Keccak256Hash(node)
		out = append(append(out, 0x80+common.HashLength), l.hash[:]...)
	}
	l.give(node)
	return out
}

func (l *listTrie) take() []byte {
	if n := len(l.free); n > 0 {
		b := l.free[n-1]
		l.free = l.free[:n-1]
		return b[:0]
	}
	return make([]byte, 0, 600)
}

func (l *listTrie) give(b []byte) { l.free = append(l.free, b) }

// appendPathNode appends rlp[compact path, value].
func appendPathNode(out []byte, nibbles []byte, leaf bool, value []byte) []byte {
	path := compactPath(nibbles, leaf)
	size := rlpSize(path) + rlpSize(value)
	out = appendRLPHeader(out, 0xc0, size)
	return appendRLPBytes(appendRLPBytes(out, path), value)
}

// appendExtension appends rlp[compact path, child], where child is encoded already.
func appendExtension(out []byte, nibbles, child []byte) []byte {
	path := compactPath(nibbles, false)
	out = appendRLPHeader(out, 0xc0, rlpSize(path)+len(child))
	return append(appendRLPBytes(out, path), child...)
}

// compactPath is the hex-prefix encoding of a path of at most eight nibbles.
func compactPath(nibbles []byte, leaf bool) []byte {
	path := make([]byte, 1, 8)
	if leaf {
		path[0] = 0x20
	}
	if len(nibbles)%2 == 1 {
		path[0] |= 0x10 | nibbles[0]
		nibbles = nibbles[1:]
	}
	for i := 0; i < len(nibbles); i += 2 {
		path = append(path, nibbles[i]<<4|nibbles[i+1])
	}
	return path
}
