package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/ashlar-labs/ashlar/chain/state/flat"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Config is how a store is opened.
type Config struct {
	Dir        string                                  // directory of the database; it is created
	Process    string                                  // what holds the directory, for the message that the next process gets: "ashlar devnet"
	CacheBytes int64                                   // block cache; 0: 64 MiB
	OnTheWay   int                                     // blocks that may have been begun and not be durable yet, see BeginBlock; 0: 1
	FS         vfs.FS                                  // nil: the disk
	Logger     *slog.Logger                            // nil: none
	OnDurable  func(number uint64, took time.Duration) // a block is on disk, this long after it was applied; nil: nobody
	Fatal      func(error)                             // called when the database cannot be written any more ([ErrDisk]) or is damaged ([ErrDamaged]); must not return; nil: says so on Logger and standard error, and ends the process
}

const defaultCacheBytes = 64 << 20

// Check says what is wrong with the configuration.
func (c *Config) Check() error {
	if c.Dir == "" {
		return errors.New("store: no directory")
	}
	if c.CacheBytes < 0 || c.OnTheWay < 0 {
		return fmt.Errorf("store: cache of %d bytes, %d blocks on their way", c.CacheBytes, c.OnTheWay)
	}
	return nil
}

func (c *Config) setDefaults() {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
}

// Store is one chain's database. It is safe for concurrent use.
type Store struct {
	db      *pebble.DB
	fs      vfs.FS
	dir     string
	flat    *flat.Mirror
	genesis *Genesis
	first   *first // nil: the history begins with the genesis
	log     *slog.Logger
	durable func(uint64, time.Duration) // never nil

	write    sync.Mutex  // held by everything that moves the head or the batches
	onTheWay []*onTheWay // blocks that were begun, in order, but for those that are durable for sure; under write
	limit    int         // of onTheWay

	mu    sync.Mutex    // guards what follows
	head  BlockRef      // durable
	tip   BlockRef      // applied: head, or a block after it
	moved chan struct{} // closed and replaced when head changes
}

// Open opens the chain that begins with genesis, or makes it in an empty directory. It refuses the directory of another chain ([ErrWrongChain]),
// of another schema ([ErrSchema]) and one that is in use ([ErrLocked]).
func Open(config Config, genesis *Genesis) (*Store, error) {
	if err := config.Check(); err != nil {
		return nil, err
	}
	if err := genesis.Check(); err != nil {
		return nil, err
	}
	config.setDefaults()
	db, err := openDB(&config, nil)
	if err != nil {
		return nil, err
	}
	s := over(db, &config, genesis)
	if err := s.start(config.Dir); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

func over(db *pebble.DB, config *Config, genesis *Genesis) *Store {
	s := &Store{
		db: db, fs: config.FS, dir: config.Dir, flat: flat.New(db), genesis: genesis, log: config.Logger, durable: config.OnDurable, moved: make(chan struct{}),
		limit: max(1, config.OnTheWay),
	}
	if s.fs == nil {
		s.fs = vfs.Default
	}
	if s.durable == nil {
		s.durable = func(uint64, time.Duration) {}
	}
	return s
}

// openDB opens the database. Who is told when bytes that were read are not those that were written, by a call or by what the database does beside them: damaged, or, when it is nil, Config.Fatal
// with [ErrDamaged].
func openDB(config *Config, damaged func(error)) (*pebble.DB, error) {
	fs := config.FS
	if fs == nil {
		fs = vfs.Default
	}
	if config.CacheBytes == 0 {
		config.CacheBytes = defaultCacheBytes
	}
	options := &pebble.Options{
		FS: fs, Logger: pebbleLogger{config.Logger, config.Dir, config.Fatal}, CacheSize: config.CacheBytes, FormatMajorVersion: pebble.FormatNewest,
		// A block under load writes megabytes under keys that are spread evenly (addresses, hashes): few large tables are merged less often than many small ones.
		MemTableSize: 32 << 20, L0CompactionThreshold: 8, L0StopWritesThreshold: 24, LBaseMaxBytes: 256 << 20,
	}
	// What Pebble does in the background it tries again without end, also when it is closed: on a full disk it would never end. Everything acknowledged is in its log.
	logger := pebbleLogger{config.Logger, config.Dir, config.Fatal}
	if damaged == nil {
		damaged = func(err error) { logger.end(fmt.Errorf("%s: %w: %w", config.Dir, ErrDamaged, err)) }
	}
	options.EventListener = &pebble.EventListener{
		DataCorruption: func(info pebble.DataCorruptionInfo) { damaged(info.Details) },
		BackgroundError: func(err error) {
			switch {
			case errors.Is(err, syscall.ENOSPC):
				logger.Fatalf("%v", err)
			case pebble.IsCorruptionError(err): // merging is tried again without end, and reads are wrong
				damaged(err)
			}
			logger.Errorf("background error: %v", err)
		},
	}
	for i := range options.Levels {
		options.Levels[i].FilterPolicy = bloom.FilterPolicy(10) // an account that is not there, or has no table in a level, costs no read
	}
	if err := fs.MkdirAll(config.Dir, 0o755); err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	db, err := pebble.Open(config.Dir, options)
	if isLocked(err) {
		return nil, fmt.Errorf("%s: %s has it open; stop it or use another --data-dir: %w", config.Dir, holder(config), ErrLocked)
	}
	if isDamage(err) {
		return nil, fmt.Errorf("open %s: %w: %w", config.Dir, ErrDamaged, err)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", config.Dir, err)
	}
	if config.FS == nil { // the name of the holder is for people: losing it is harmless
		text := fmt.Sprintf("%s (process %d)", config.Process, os.Getpid())
		if err := os.WriteFile(filepath.Join(config.Dir, holderFile), []byte(text), 0o644); err != nil {
			return nil, errors.Join(fmt.Errorf("data directory: %w", err), db.Close())
		}
	}
	return db, nil
}

const holderFile = "HOLDER"

// isLocked recognises Pebble's two ways to say that the lock is taken: by another process, or by this one.
func isLocked(err error) bool {
	return err != nil && (errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) || err.Error() == "lock held by current process")
}

// isDamage recognises the errors of opening a database whose files are changed, cut or gone. Pebble marks most of them.
func isDamage(err error) bool {
	return err != nil && (pebble.IsCorruptionError(err) || errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), "object size mismatch"))
}

func holder(config *Config) string {
	if config.FS == nil {
		if text, err := os.ReadFile(filepath.Join(config.Dir, holderFile)); err == nil && len(text) > 0 {
			return string(text)
		}
	}
	return "another process"
}

// start checks the identity, writes the genesis of a new chain and reads the head.
func (s *Store) start(dir string) error {
	want := s.genesis.identity()
	have, found, err := readIdentity(s.db)
	if err != nil {
		return err
	}
	if !found {
		if head, ok, err := s.flat.Head(); err != nil || ok {
			return errors.Join(fmt.Errorf("%s: has the state of block %d, and does not say of which chain: %w", dir, head, ErrDamaged), err)
		}
		if err := s.writeGenesis(&want); err != nil {
			return fmt.Errorf("write genesis: %w", err)
		}
	} else if err := have.match(&want, dir); err != nil {
		return err
	}
	if s.first, err = s.readFirst(dir); err != nil {
		return err
	}
	value, err := s.get([]byte(keyHead))
	if err != nil {
		return fmt.Errorf("head: %w", err)
	}
	number, err := decodeUint64(value)
	if err != nil {
		return fmt.Errorf("head: %w", err)
	}
	if s.head, err = s.Ref(number); err != nil {
		return fmt.Errorf("head: %w", err)
	}
	s.tip = s.head
	if flatHead, ok, err := s.flat.Head(); err != nil || !ok || flatHead != number {
		return errors.Join(fmt.Errorf("flat state is at block %d, blocks at %d: %w", flatHead, number, ErrCorrupt), err)
	}
	s.flat.Committed(number)
	if found && have.schema == schemaWithoutLog {
		if err := s.indexOldLogs(number); err != nil {
			return err
		}
		return s.db.Set([]byte(keyIdentity), want.encode(), pebble.Sync)
	}
	return nil
}

// Close ends the use of the store; nothing may be in progress but a block that was begun.
func (s *Store) Close() error { return errors.Join(s.Flush(), s.db.Close()) }

// Genesis is what the chain began with. It must not be changed.
func (s *Store) Genesis() *Genesis { return s.genesis }

// DB is the database, for chain/state's tables.
func (s *Store) DB() *pebble.DB { return s.db }

// Tip is the last block to build on: the head, or a block after it that is not durable yet. It is for the one goroutine that makes blocks.
func (s *Store) Tip() BlockRef {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tip
}

func (s *Store) setTip(tip BlockRef) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tip = tip
}

// Head is the last durable block.
func (s *Store) Head() BlockRef {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.head
}

// setHead publishes a head that is durable.
func (s *Store) setHead(head BlockRef) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.head = head
	close(s.moved)
	s.moved = make(chan struct{})
}

// Wait returns the head as soon as its number is above after. Whoever follows the chain waits for the number it has and reads the blocks in between:
// it misses none and never holds up the writer.
func (s *Store) Wait(ctx context.Context, after uint64) (BlockRef, error) {
	for {
		s.mu.Lock()
		head, moved := s.head, s.moved
		s.mu.Unlock()
		if head.Number > after {
			return head, nil
		}
		select {
		case <-ctx.Done():
			return BlockRef{}, ctx.Err()
		case <-moved:
		}
	}
}

// get is a copy of the value of key; absent keys wrap ErrNotFound.
func (s *Store) get(key []byte) ([]byte, error) {
	value, closer, err := s.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	return append([]byte(nil), value...), nil
}

// pebbleLogger gives Pebble's messages to slog.
type pebbleLogger struct {
	log   *slog.Logger
	dir   string
	fatal func(error)
}

func (l pebbleLogger) Infof(format string, args ...any)  { l.log.Debug(fmt.Sprintf(format, args...)) }
func (l pebbleLogger) Errorf(format string, args ...any) { l.log.Error(fmt.Sprintf(format, args...)) }

// Fatalf must not return: Pebble calls it when it cannot write its log, and whatever would be acknowledged afterwards could be lost. What was acknowledged is on disk.
func (l pebbleLogger) Fatalf(format string, args ...any) {
	why := ErrDisk
	for _, arg := range args {
		if err, ok := arg.(error); ok && pebble.IsCorruptionError(err) {
			why = ErrDamaged
		}
	}
	l.end(fmt.Errorf("%s: %w: %s", l.dir, why, fmt.Sprintf(format, args...)))
}

// end ends the process, in the way that the configuration says.
func (l pebbleLogger) end(err error) {
	if l.fatal != nil {
		l.fatal(err)
	}
	l.log.Error("the node ends", "err", err)
	fmt.Fprintln(os.Stderr, "ashlar:", err)
	os.Exit(1)
}

// ErrDamaged says that what was read from the database is not what was written.
var ErrDamaged = errors.New("the database is damaged (its disk, or a program, has changed what was written): put it aside, and make the directory again with 'ashlar restore', --from a backup or --l1, or as a replica; look at the disk first")

// ErrDisk says that the database cannot be written.
var ErrDisk = errors.New("the database cannot be written any more; everything that was confirmed is kept: make room and start again, or repair the disk")

// Scratch is a name beside the database, on its disk, for files that whoever makes them removes.
func (s *Store) Scratch() (fs vfs.FS, path string) { return s.fs, s.dir + ".scratch" }

// FreeBytes is the room on the disk of the database, as far as this process may use it.
func (s *Store) FreeBytes() (uint64, error) {
	usage, err := s.fs.GetDiskUsage(s.dir)
	if err != nil {
		return 0, fmt.Errorf("room on the disk of %s: %w", s.dir, err)
	}
	return usage.AvailBytes, nil
}
