package snapshot

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"

	"github.com/cockroachdb/pebble/v2/vfs"
	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// What bounds the memory of a rooter, whatever the number of leaves: leavesInMemory for each of its workers, and leavesInBuffer for each part of a pile that is being divided.
const (
	fanBits        = 6       // a pile that is too large is divided by this many bits of the keys
	leavesInMemory = 1 << 18 // 16 MiB
	leavesInBuffer = 1 << 9  // 32 KiB
	maxWorkers     = 8
	leafBytes      = 2 * tree.DigestBytes
)

// leaf is a leaf of the state tree by its digest.
type leaf struct {
	key    tree.Key
	digest tree.Digest
}

// subtree is what leaves come to: nothing, a leaf, which takes the place of every branch that would have it alone, or a branch.
type subtree struct {
	digest tree.Digest
	size   uint8 // 0, 1, 2 for more
}

// join is the subtree of two.
func join(left, right subtree) subtree {
	switch {
	case left.size == 0 && right.size < 2:
		return right
	case right.size == 0 && left.size < 2:
		return left
	}
	return subtree{tree.Combine(left.digest, right.digest), 2}
}

// build is the subtree at a depth of sorted leaves.
func build(leaves []leaf, depth int) subtree {
	switch len(leaves) {
	case 0:
		return subtree{}
	case 1:
		return subtree{leaves[0].digest, 1}
	}
	at, _ := slices.BinarySearchFunc(leaves, uint32(1), func(l leaf, bit uint32) int { return int(l.key.Bit(depth)) - int(bit) })
	return join(build(leaves[:at], depth+1), build(leaves[at:], depth+1))
}

// rooter computes the root of a state tree from its leaves in any order. They are divided into files by the first bits of their keys until a part fits into memory. Methods but add are for one goroutine.
type rooter struct {
	fs  vfs.FS
	dir string // for files; made when they are needed, removed by close
	max int    // leaves in memory

	mu     sync.Mutex
	leaves []leaf // until they are too many
	parts  *parts // of the root, from then on
}

func newRooter(fs vfs.FS, dir string) *rooter { return &rooter{fs: fs, dir: dir, max: leavesInMemory} }

// add takes leaves.
func (r *rooter) add(leaves []leaf) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.parts == nil && len(r.leaves)+len(leaves) <= r.max {
		r.leaves = append(r.leaves, leaves...)
		return nil
	}
	if r.parts == nil {
		if err := errors.Join(r.fs.RemoveAll(r.dir), r.fs.MkdirAll(r.dir, 0o755)); err != nil {
			return err
		}
		r.parts = newParts(r.fs, r.fs.PathJoin(r.dir, "leaves"), 0)
		if err := r.parts.add(r.leaves); err != nil {
			return err
		}
		r.leaves = nil
	}
	return r.parts.add(leaves)
}

// root is the root of the tree of all leaves that were added. Two with one key are tree.ErrDuplicate.
func (r *rooter) root() (tree.Digest, error) {
	if r.parts == nil {
		top, err := inMemory(r.leaves, 0)
		return top.digest, err
	}
	var done [1 << fanBits]subtree
	var g errgroup.Group
	g.SetLimit(min(runtime.GOMAXPROCS(0), maxWorkers))
	for i := range r.parts.piles {
		g.Go(func() (err error) {
			done[i], err = r.pile(&r.parts.piles[i], fanBits)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return tree.Digest{}, err
	}
	return together(&done).digest, nil
}

// pile is the subtree of a pile of leaves at a depth. The pile is removed.
func (r *rooter) pile(p *pile, depth int) (out subtree, err error) {
	defer func() { err = errors.Join(err, p.remove()) }()
	if p.count <= uint64(r.max) {
		leaves := make([]leaf, 0, p.count)
		if err := p.each(func(l *leaf) error { leaves = append(leaves, *l); return nil }); err != nil {
			return out, err
		}
		return inMemory(leaves, depth)
	}
	if depth+fanBits > tree.KeyBits {
		return out, fmt.Errorf("%d leaves below depth %d: %w", p.count, depth, tree.ErrDuplicate)
	}
	smaller := newParts(r.fs, p.path, depth)
	defer func() { err = errors.Join(err, smaller.remove()) }()
	one := make([]leaf, 1)
	if err := p.each(func(l *leaf) error { one[0] = *l; return smaller.add(one) }); err != nil {
		return out, err
	}
	var done [1 << fanBits]subtree
	for i := range smaller.piles {
		if done[i], err = r.pile(&smaller.piles[i], depth+fanBits); err != nil {
			return out, err
		}
	}
	return together(&done), nil
}

// close removes what is on the disk.
func (r *rooter) close() error {
	if r.parts == nil {
		return nil
	}
	return errors.Join(r.parts.remove(), r.fs.RemoveAll(r.dir))
}

func inMemory(leaves []leaf, depth int) (subtree, error) {
	slices.SortFunc(leaves, func(a, b leaf) int { return a.key.Compare(&b.key) })
	for i := 1; i < len(leaves); i++ {
		if leaves[i-1].key == leaves[i].key {
			return subtree{}, fmt.Errorf("key %x: %w", leaves[i].key.Bytes(), tree.ErrDuplicate)
		}
	}
	return build(leaves, depth), nil
}

// together joins neighbours, level by level.
func together(s *[1 << fanBits]subtree) subtree {
	for n := len(s) / 2; n > 0; n /= 2 {
		for i := range n {
			s[i] = join(s[2*i], s[2*i+1])
		}
	}
	return s[0]
}

// parts are piles of leaves by the bits of their keys from a depth on.
type parts struct {
	depth int
	piles [1 << fanBits]pile
}

func newParts(fs vfs.FS, path string, depth int) *parts {
	p := &parts{depth: depth}
	for i := range p.piles {
		p.piles[i] = pile{fs: fs, path: fmt.Sprintf("%s-%d", path, i)}
	}
	return p
}

func (p *parts) add(leaves []leaf) error {
	for i := range leaves {
		at := uint32(0)
		for bit := range fanBits {
			at = at<<1 | leaves[i].key.Bit(p.depth+bit)
		}
		if err := p.piles[at].add(&leaves[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *parts) remove() (err error) {
	for i := range p.piles {
		err = errors.Join(err, p.piles[i].remove())
	}
	return err
}

// pile is a file of leaves, and those that are not in it yet.
type pile struct {
	fs     vfs.FS
	path   string
	file   vfs.File // open for writing
	onDisk bool
	buffer []byte
	count  uint64
}

func (p *pile) add(l *leaf) error {
	for _, word := range l.key {
		p.buffer = binary.BigEndian.AppendUint32(p.buffer, word)
	}
	digest := l.digest.Bytes()
	p.buffer = append(p.buffer, digest[:]...)
	p.count++
	if len(p.buffer) < leavesInBuffer*leafBytes {
		return nil
	}
	return p.flush()
}

func (p *pile) flush() (err error) {
	if p.file == nil {
		if p.file, err = p.fs.Create(p.path, vfs.WriteCategoryUnspecified); err != nil {
			return err
		}
		p.onDisk = true
	}
	_, err = p.file.Write(p.buffer)
	p.buffer = p.buffer[:0]
	return err
}

// each visits the leaves in the order in which they were added.
func (p *pile) each(visit func(*leaf) error) error {
	if p.file != nil {
		if err := errors.Join(p.flush(), p.file.Close()); err != nil {
			return err
		}
		p.file, p.buffer = nil, nil
		f, err := p.fs.Open(p.path, vfs.SequentialReadsOption)
		if err != nil {
			return err
		}
		return errors.Join(p.read(bufio.NewReaderSize(f, 1<<16), visit), f.Close())
	}
	return p.read(bytes.NewReader(p.buffer), visit)
}

func (p *pile) read(from io.Reader, visit func(*leaf) error) (err error) {
	var record [leafBytes]byte
	for range p.count {
		if _, err := io.ReadFull(from, record[:]); err != nil {
			return fmt.Errorf("%s: %w", p.path, err)
		}
		var l leaf
		if l.key, err = tree.DecodeKey([tree.DigestBytes]byte(record[:tree.DigestBytes])); err != nil {
			return fmt.Errorf("%s: %w", p.path, err)
		}
		if l.digest, err = tree.DecodeDigest([tree.DigestBytes]byte(record[tree.DigestBytes:])); err != nil {
			return fmt.Errorf("%s: %w", p.path, err)
		}
		if err := visit(&l); err != nil {
			return err
		}
	}
	return nil
}

// remove forgets the leaves.
func (p *pile) remove() (err error) {
	if p.file != nil {
		err = p.file.Close()
	}
	if p.onDisk {
		err = errors.Join(err, p.fs.Remove(p.path))
	}
	p.file, p.onDisk, p.buffer = nil, false, nil
	return err
}
