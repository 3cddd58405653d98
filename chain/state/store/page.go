package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// A page holds the subtree at its path down to pageLevels levels further, in pre-order:
//
//	0       empty subtree
//	1, 2    leaf (tree.AppendEntry)
//	3       branch: digest (32), then its two subtrees
//	5       branch at the lower edge: digest (32), version of its page (8)
const (
	pageLevels = 4

	tagEmpty  = 0
	tagBranch = 3
	tagPage   = 5
)

// pageKey returns the key of the page at a depth on the path to key.
func pageKey(depth int, key *tree.Key, version uint64) []byte {
	b := make([]byte, 0, len(keyspace.Page)+depth/pageLevels+9)
	b = append(b, keyspace.Page...)
	for d := 0; d < depth; d += pageLevels {
		nibble := key.Bit(d)<<3 | key.Bit(d+1)<<2 | key.Bit(d+2)<<1 | key.Bit(d+3)
		b = append(b, byte(1+nibble))
	}
	return binary.BigEndian.AppendUint64(append(b, 0), version)
}

// source loads pages for a tree.
type source struct{ store *Store }

func (s source) Load(depth int, key *tree.Key, version uint64) (*tree.Node, error) {
	v, closer, err := s.store.db.Get(pageKey(depth, key, version))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, fmt.Errorf("%w: page at depth %d of version %d is gone", ErrUnknownVersion, depth, version)
	}
	if err != nil {
		return nil, fmt.Errorf("read state page: %w", err)
	}
	n, err := decodePage(v)
	if err != nil {
		return nil, errors.Join(err, closer.Close())
	}
	return n, closer.Close()
}

// decodePage reads a page. It copies what it keeps of b.
func decodePage(b []byte) (*tree.Node, error) {
	n, rest, err := decodeNode(b, 0)
	if err != nil {
		return nil, err
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("%w: %d bytes after a page", ErrCorrupt, len(rest))
	}
	return n, nil
}

// decodeNode reads the subtree at a level of the page.
func decodeNode(b []byte, level int) (*tree.Node, []byte, error) {
	if len(b) == 0 {
		return nil, nil, fmt.Errorf("%w: page is cut off", ErrCorrupt)
	}
	switch tag := b[0]; {
	case tag == tagEmpty:
		return nil, b[1:], nil
	case tag == byte(tree.AccountLeaf) || tag == byte(tree.SlotLeaf):
		e, rest, err := tree.ConsumeEntry(b)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
		}
		return tree.OwnedLeaf(e), rest, nil
	case tag == tagBranch && level < pageLevels && len(b) > 32:
		return decodeBranch(b[1:], level)
	case tag == tagPage && level == pageLevels && len(b) > 40:
		digest, err := tree.DecodeDigest([32]byte(b[1:33]))
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
		}
		return tree.Unloaded(digest, binary.BigEndian.Uint64(b[33:41])), b[41:], nil
	default:
		return nil, nil, fmt.Errorf("%w: page tag %d at level %d", ErrCorrupt, tag, level)
	}
}

func decodeBranch(b []byte, level int) (*tree.Node, []byte, error) {
	digest, err := tree.DecodeDigest([32]byte(b[:32]))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	left, rest, err := decodeNode(b[32:], level+1)
	if err != nil {
		return nil, nil, err
	}
	right, rest, err := decodeNode(rest, level+1)
	if err != nil {
		return nil, nil, err
	}
	return tree.Branch(digest, left, right), rest, nil
}

// appendPage appends the subtree n at a level of its page. The branches at the lower
// edge must be stored.
func appendPage(b []byte, n *tree.Node, level int) []byte {
	if n == nil {
		return append(b, tagEmpty)
	}
	if e := n.Entry(); e != nil {
		return tree.AppendEntry(b, e)
	}
	digest := n.Hash().Bytes()
	if level == pageLevels {
		version, _ := n.Ref()
		b = append(append(b, tagPage), digest[:]...)
		return binary.BigEndian.AppendUint64(b, version)
	}
	left, right, _ := n.Children()
	b = append(append(b, tagBranch), digest[:]...)
	return appendPage(appendPage(b, left, level+1), right, level+1)
}
