package store

import (
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
)

// Tune sets what the tree wants of a database, before it is opened: filters, because
// pages are read one by one under exact keys; one index block per table for the same
// reason; no compression, because digests do not compress; and memory tables that take
// a version whole. The database may be shared with the flat mirror.
func Tune(o *pebble.Options) {
	const (
		cacheBytes      = 256 << 20
		memTableBytes   = 64 << 20
		indexBlockBytes = 256 << 10
		filterBits      = 10 // per key: about 1% of false positives
	)
	if o.Cache == nil && o.CacheSize == 0 {
		o.CacheSize = cacheBytes
	}
	o.MemTableSize = memTableBytes
	for i := range o.Levels {
		o.Levels[i].FilterPolicy = bloom.FilterPolicy(filterBits)
		o.Levels[i].IndexBlockSize = indexBlockBytes
	}
	o.ApplyCompressionSettings(func() pebble.DBCompressionSettings { return pebble.DBCompressionNone })
}
