package store

import (
	"sync"

	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// serial makes an injector that several goroutines of Pebble call run one at a time, together with do.
type serial struct{ mu sync.Mutex }

func (s *serial) guard(inner errorfs.Injector) errorfs.Injector {
	return errorfs.InjectorFunc(func(op errorfs.Op) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		return inner.MaybeError(op)
	})
}

func (s *serial) do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}
