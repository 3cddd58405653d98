package store

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// A full disk, at whichever write it comes, ends the process with a sentence, and the store that is found then holds every acknowledged block.
func TestDiskFull(t *testing.T) {
	const blocks = 6
	want := runBlocks(t, openMem(t, vfs.NewMem()), blocks)
	for stop := int64(0); ; stop++ {
		base := vfs.NewCrashableMem()
		var made atomic.Bool
		var writes, acknowledged atomic.Int64
		full := errorfs.InjectorFunc(func(op errorfs.Op) error {
			if op.Kind.ReadOrWrite() == errorfs.OpIsWrite && made.Load() && writes.Add(1) > stop {
				return fmt.Errorf("write %s: %w", op.Path, syscall.ENOSPC)
			}
			return nil
		})
		said := make(chan error, 8)
		s, err := Open(Config{Dir: "chain", FS: errorfs.Wrap(base, full), Fatal: func(err error) { said <- err; select {} }}, testGenesis())
		if err != nil {
			t.Fatal(err)
		}
		made.Store(true)
		finished := make(chan error, 1)
		go func() { // it may end in the middle, as the process does
			for s.Tip().Number < blocks {
				err := s.BeginBlock(makeBlock(t, s, s.Tip(), 1))
				if err == nil {
					err = s.Flush()
				}
				if err != nil {
					finished <- err
					return
				}
				acknowledged.Store(int64(s.Head().Number))
			}
			finished <- nil
		}()
		var ended error
		select {
		case err := <-said:
			ended = err
		case ended = <-finished:
		}
		if ended == nil {
			if stop < 10 {
				t.Errorf("only %d writes", stop)
			}
			return
		}
		if !errors.Is(ended, ErrDisk) || !strings.Contains(ended.Error(), "make room") || !strings.Contains(ended.Error(), "no space left") {
			t.Fatalf("full at write %d: %v", stop, ended)
		}
		again := openMem(t, base.CrashClone(vfs.CrashCloneCfg{}))
		if n := int64(again.Head().Number); n < acknowledged.Load() {
			t.Fatalf("full at write %d: head %d, acknowledged %d", stop, n, acknowledged.Load())
		}
		checkWhole(t, again)
		if got := runBlocks(t, again, blocks); got != want {
			t.Fatalf("full at write %d: the chain ends in %+v, otherwise in %+v", stop, got, want)
		}
	}
}

// Closing flushes. When there is no room for that, closing ends the process instead of trying for ever.
func TestDiskFullWhenClosing(t *testing.T) {
	base := vfs.NewCrashableMem()
	var full atomic.Bool
	inject := errorfs.InjectorFunc(func(op errorfs.Op) error {
		if full.Load() && op.Kind.ReadOrWrite() == errorfs.OpIsWrite && strings.HasSuffix(op.Path, ".sst") {
			return syscall.ENOSPC
		}
		return nil
	})
	said := make(chan error, 8)
	s, err := Open(Config{Dir: "chain", FS: errorfs.Wrap(base, inject), Fatal: func(err error) { said <- err; select {} }}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	appendBlocks(t, s, 3, 1)
	full.Store(true)
	go func() {
		if _, err := s.db.AsyncFlush(); err != nil {
			said <- err
		}
		_ = s.Close()
	}()
	if err := <-said; !errors.Is(err, ErrDisk) {
		t.Fatalf("said %v", err)
	}
	again := openMem(t, base.CrashClone(vfs.CrashCloneCfg{}))
	defer again.Close()
	if again.Head().Number != 3 {
		t.Errorf("head %d", again.Head().Number)
	}
	checkWhole(t, again)
}
