package store

import (
	"runtime"
	"slices"
	"sort"

	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// The work on different subtrees of one version is independent. Loading pages and hashing
// are done on all processors, for the subtrees at taskDepth; the tree package itself has
// no goroutines, because it runs in the guest.
const taskDepth = 2 * pageLevels

// warm loads the pages that lead to keys.
func (s *Store) warm(root *tree.Node, keys []tree.Key) error {
	slices.SortFunc(keys, func(a, b tree.Key) int { return a.Compare(&b) })
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	err := load(source{s}, root, 0, taskDepth, keys, func(n *tree.Node, part []tree.Key) {
		g.Go(func() error { return load(source{s}, n, taskDepth, -1, part, nil) })
	})
	if waited := g.Wait(); err == nil {
		err = waited
	}
	return err
}

// load loads the branches of a subtree on the paths of sorted keys. At depth stop it calls
// task instead of going on.
func load(from source, n *tree.Node, depth, stop int, keys []tree.Key, task func(*tree.Node, []tree.Key)) error {
	if len(keys) == 0 || !n.IsBranch() {
		return nil
	}
	if depth == stop {
		task(n, keys)
		return nil
	}
	if err := n.Expand(from, depth, &keys[0]); err != nil {
		return err
	}
	left, right, _ := n.Children()
	at := sort.Search(len(keys), func(i int) bool { return keys[i].Bit(depth) == 1 })
	if err := load(from, left, depth+1, stop, keys[:at], task); err != nil {
		return err
	}
	return load(from, right, depth+1, stop, keys[at:], task)
}

// keysOf returns the keys of writes.
func keysOf(writes []tree.Entry) []tree.Key {
	keys := make([]tree.Key, len(writes))
	for i := range writes {
		keys[i] = writes[i].Key
	}
	return keys
}

// hash computes the digests of what is new in a tree, except near its root.
func hash(root *tree.Node) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	var walk func(n *tree.Node, depth int)
	walk = func(n *tree.Node, depth int) {
		if !n.IsBranch() {
			return
		}
		if depth == taskDepth {
			g.Go(func() error {
				n.Hash()
				return nil
			})
			return
		}
		left, right, _ := n.Children() // not loaded: nil, and nothing there is new
		walk(left, depth+1)
		walk(right, depth+1)
	}
	walk(root, 0)
	_ = g.Wait() // hashing has no errors
}
