package store

import (
	"fmt"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// prune adds to the batch of a version the deletion of versions that leave the window,
// and of the pages that only they have: those that the next version replaced.
func (s *Store) prune(c *change) error {
	for v := c.oldest; v+s.cfg.Window <= c.version; v++ {
		list := c.stale
		if v+1 != c.version {
			var err error
			if list, err = s.get(keyspace.Numbered(keyspace.Stale, v+1)); err != nil {
				return err
			}
		}
		keys, err := staleKeys(list)
		if err != nil {
			return err
		}
		for _, key := range keys {
			if err := c.batch.Delete(key, nil); err != nil {
				return err
			}
		}
		if err := c.batch.Delete(keyspace.Numbered(keyspace.Root, v), nil); err != nil {
			return err
		}
		// A list that is used up must not be left: nothing would ever delete it.
		if err := c.batch.Delete(keyspace.Numbered(keyspace.Stale, v), nil); err != nil {
			return err
		}
	}
	return nil
}

// Rollback makes version the last one again. It removes one version after the other,
// each in one synced batch, so a crash leaves some version between. Rolling back to the
// last version changes nothing.
func (s *Store) Rollback(version uint64) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, err := s.record(version); err != nil {
		return err
	}
	_, last, _, err := s.Versions()
	if err != nil {
		return err
	}
	for ; last > version; last-- {
		if err := s.removeLast(last); err != nil {
			return fmt.Errorf("remove version %d: %w", last, err)
		}
	}
	return nil
}

// removeLast deletes the last version. Its own pages hang together from its root: a page
// that it wrote stands below pages that it wrote.
func (s *Store) removeLast(version uint64) error {
	record, err := s.record(version)
	if err != nil {
		return err
	}
	batch := s.db.NewBatch()
	defer batch.Close()
	if record.page == version {
		var path tree.Key
		if err := s.removePages(batch, 0, &path, version); err != nil {
			return err
		}
	}
	if err := batch.Delete(keyspace.Numbered(keyspace.Root, version), nil); err != nil {
		return err
	}
	if err := batch.Delete(keyspace.Numbered(keyspace.Stale, version), nil); err != nil {
		return err
	}
	return s.publish(batch)
}

func (s *Store) removePages(batch *pebble.Batch, depth int, path *tree.Key, version uint64) error {
	n, err := source{s}.Load(depth, path, version)
	if err != nil {
		return err
	}
	if err := batch.Delete(pageKey(depth, path, version), nil); err != nil {
		return err
	}
	return eachEdge(n, depth, depth+pageLevels, path, func(edge *tree.Node) error {
		if v, _ := edge.Ref(); v != version {
			return nil
		}
		return s.removePages(batch, depth+pageLevels, path, version)
	})
}

// eachEdge calls visit for the branches at the lower edge of a page.
func eachEdge(n *tree.Node, depth, edge int, path *tree.Key, visit func(*tree.Node) error) error {
	if !n.IsBranch() {
		return nil
	}
	if depth == edge {
		return visit(n)
	}
	left, right, _ := n.Children()
	if err := eachEdge(left, depth+1, edge, path, visit); err != nil {
		return err
	}
	setBit(path, depth)
	err := eachEdge(right, depth+1, edge, path, visit)
	clearBit(path, depth)
	return err
}
