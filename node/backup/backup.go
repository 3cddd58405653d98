// Package backup copies a node's data directory while the node runs or stands, and brings it back.
//
//	Write    a node's store and files -> a tar stream, the manifest last
//	Read     that stream -> a directory, whole or not at all
//	Check    a directory that Read made: every file that the manifest names is there, unaltered, and none besides
//	Restore  such a directory -> a new data directory
//
// The store is taken at one moment, with everything that was durable then: blocks, states, batches, and the intents of L1 transactions, so a node that was restored sends the same
// L1 transactions again and no others. The pool's journal and the blobs are read a little later, which is harmless: the pool drops what is included, blobs never change.
//
// What the chain did after the backup is not in it. Blocks that L1 has meanwhile come back from there; others are lost.
//
// Keys are in no backup. Manifest and files are checked against damage, not against somebody who makes both.
package backup

import (
	"archive/tar"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/internal/file"
)

// ErrDamaged says that a backup is not what its manifest says.
var ErrDamaged = errors.New("damaged backup")

// Format is raised when the manifest or the layout changes.
const Format = 1

// scratchPrefix begins the names of folders in the data directory that hold a copy of the store while it is streamed.
const scratchPrefix = ".backup-"

// manifestFile is the last file of a stream.
const manifestFile = "manifest.json"

// Manifest says what a backup holds.
type Manifest struct {
	Format      int         `json:"format"`
	Version     string      `json:"version"` // of the program that made it
	Time        time.Time   `json:"time"`
	ChainID     uint64      `json:"chainId"`
	GenesisHash common.Hash `json:"genesisHash"` // header, configuration and allocation
	Block       uint64      `json:"block"`
	BlockHash   common.Hash `json:"blockHash"`
	Batch       uint64      `json:"batch"`     // last sealed
	Committed   uint64      `json:"committed"` // of these, as far as the node knew
	State       common.Hash `json:"state"`     // commitment after the last sealed batch
	Files       []File      `json:"files"`
	Sum         hexBytes    `json:"sum"` // SHA-256 of this JSON with an empty sum
}

// File is one file of a backup; Path has slashes and is relative.
type File struct {
	Path  string   `json:"path"`
	Bytes int64    `json:"bytes"`
	Sum   hexBytes `json:"sha256"`
}

type hexBytes string

func (m Manifest) sum() hexBytes {
	m.Sum = ""
	enc, err := json.Marshal(&m)
	if err != nil {
		panic(fmt.Sprintf("backup: manifest: %v", err)) // a fixed structure
	}
	h := sha256.Sum256(enc)
	return hexBytes(hex.EncodeToString(h[:]))
}

// Source is what is copied.
type Source struct {
	Store   *store.Store
	DataDir string // scratch space, and where Files are
	Version string
	Genesis []byte // genesis.json
}

// extra are files and folders of a data directory that are copied beside the store, when they are there.
var extra = []string{"pool.journal", "blobs", "deployment.json", "deploy.json"}

// Write makes a backup of a store that is in use or not.
func Write(w io.Writer, src Source) (m *Manifest, err error) {
	scratch, err := os.MkdirTemp(src.DataDir, scratchPrefix)
	if err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	if err := src.Store.Checkpoint(filepath.Join(scratch, "chain")); err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	if err := os.WriteFile(filepath.Join(scratch, "genesis.json"), src.Genesis, 0o644); err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	if m, err = describe(filepath.Join(scratch, "chain"), src); err != nil {
		return nil, err
	}
	out := tar.NewWriter(w)
	for _, part := range []struct{ root, path string }{{scratch, "chain"}, {scratch, "genesis.json"}} {
		if err := add(out, m, part.root, part.path); err != nil {
			return nil, err
		}
	}
	for _, path := range extra {
		if err := add(out, m, src.DataDir, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	m.Sum = m.sum()
	enc, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	if err := out.WriteHeader(&tar.Header{Name: manifestFile, Mode: 0o644, Size: int64(len(enc))}); err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	if _, err := out.Write(enc); err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	return m, out.Close()
}

// Clean removes what a backup that was killed has left in a data directory. No backup of it may be under way.
func Clean(dataDir string) error {
	left, err := filepath.Glob(filepath.Join(dataDir, scratchPrefix+"*"))
	for _, dir := range left {
		err = errors.Join(err, os.RemoveAll(dir))
	}
	return err
}

// describe reads from the copy of the store, which nobody changes any more, what the manifest says of the chain.
func describe(dir string, src Source) (m *Manifest, err error) {
	g := src.Store.Genesis()
	s, err := store.Open(store.Config{Dir: dir, Process: "ashlar backup"}, g)
	if err != nil {
		return nil, fmt.Errorf("backup: read what was copied: %w", err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	head := s.Head()
	progress, err := s.L1Progress()
	if err != nil {
		return nil, err
	}
	m = &Manifest{
		Format: Format, Version: src.Version, Time: time.Now().UTC(), ChainID: g.Config.ChainID, GenesisHash: g.Hash(), Block: head.Number, BlockHash: head.Hash,
		Committed: progress.Committed,
	}
	last, err := s.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return m, nil
	}
	if err == nil {
		m.Batch, m.State = last.Number, last.StateAfter
	}
	return m, err
}

// add puts a file or folder into the stream and the manifest. A file that grows meanwhile is copied as far as it was.
func add(out *tar.Writer, m *Manifest, root, path string) error {
	return filepath.WalkDir(filepath.Join(root, path), func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !d.Type().IsRegular() {
			return err
		}
		name, err := filepath.Rel(root, at)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); passing(name) {
			return nil
		}
		f, err := os.Open(at)
		if errors.Is(err, fs.ErrNotExist) && !strings.HasPrefix(name, "chain/") {
			return nil // it went away: not one of those that have to be there
		}
		if err != nil {
			return fmt.Errorf("backup: %w", err)
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return fmt.Errorf("backup: %w", err)
		}
		if err := out.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: info.Size()}); err != nil {
			return fmt.Errorf("backup: %w", err)
		}
		h := sha256.New()
		if _, err := io.CopyN(io.MultiWriter(out, h), f, info.Size()); err != nil {
			return fmt.Errorf("backup: %s: %w", name, err)
		}
		m.Files = append(m.Files, File{name, info.Size(), hexBytes(hex.EncodeToString(h.Sum(nil)))})
		return nil
	})
}

// passing are files that say who has a directory open, or that are being written.
func passing(name string) bool {
	base := filepath.Base(name)
	return base == "LOCK" || base == "HOLDER" || strings.HasSuffix(base, ".new") || strings.HasSuffix(base, ".tmp") || strings.HasPrefix(base, ".")
}

// Read unpacks a stream into a new directory and checks it. Without an error the directory is on disk, whole; with one it is not there.
func Read(r io.Reader, dir string) (m *Manifest, err error) {
	if _, err := os.Lstat(dir); err == nil {
		return nil, fmt.Errorf("%s is there already: back up into a new directory", dir)
	}
	partial := dir + ".partial"
	if err := os.RemoveAll(partial); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(partial))
		}
	}()
	in := tar.NewReader(r)
	for {
		header, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("backup: the stream of the backup cannot be read: %w", err)
		}
		if !filepath.IsLocal(header.Name) || header.Typeflag != tar.TypeReg {
			return nil, fmt.Errorf("backup: %q in the stream: %w", header.Name, ErrDamaged)
		}
		if err := write(filepath.Join(partial, header.Name), in); err != nil {
			return nil, fmt.Errorf("backup: %w", err)
		}
	}
	if m, err = Check(partial); err != nil {
		return nil, err
	}
	if err := file.SyncTree(partial); err != nil {
		return nil, err
	}
	return m, errors.Join(os.Rename(partial, dir), file.SyncDir(filepath.Dir(dir)))
}

// write makes a file durable; its name is so after SyncTree.
func write(path string, from io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	return errors.Join(err, f.Sync(), f.Close())
}

// Check compares a directory with its manifest: nothing missing, nothing altered, nothing besides.
func Check(dir string) (*Manifest, error) {
	raw, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return nil, fmt.Errorf("%s is no complete backup: %w: %w", dir, err, ErrDamaged)
	}
	m := new(Manifest)
	if err := json.Unmarshal(raw, m); err != nil {
		return nil, fmt.Errorf("%s: %s: %w: %w", dir, manifestFile, err, ErrDamaged)
	}
	if m.Format != Format {
		return nil, fmt.Errorf("%s: backup of format %d, this version reads %d: use the version that made it (%s)", dir, m.Format, Format, m.Version)
	}
	if m.Sum != m.sum() {
		return nil, fmt.Errorf("%s: %s was altered: %w", dir, manifestFile, ErrDamaged)
	}
	var there []string
	err = filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, at) // at is below dir
			there = append(there, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, f := range m.Files {
		if !filepath.IsLocal(f.Path) || !slices.Contains(there, f.Path) {
			return nil, fmt.Errorf("%s: %s is missing: %w", dir, f.Path, ErrDamaged)
		}
		if err := f.check(filepath.Join(dir, f.Path)); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", dir, f.Path, err)
		}
	}
	if len(there) != len(m.Files)+1 {
		return nil, fmt.Errorf("%s: %d files that the manifest does not name: %w", dir, len(there)-len(m.Files)-1, ErrDamaged)
	}
	return m, nil
}

func (f *File) check(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	h := sha256.New()
	n, err := io.Copy(h, file)
	if err != nil {
		return err
	}
	if n != f.Bytes || hexBytes(hex.EncodeToString(h.Sum(nil))) != f.Sum {
		return fmt.Errorf("%d bytes that are not those of the manifest: %w", n, ErrDamaged)
	}
	return nil
}

// Accept is given the directory that will be the data directory, and its store.
type Accept func(dir string, s *store.Store, m *Manifest) error

// Restore makes a data directory of a backup, after Check. genesis is that of the chain that is wanted; another one is refused. The directory is new or empty; it is there whole or
// not at all. accept, unless it is nil, may look at the restored directory and change it before it is there; its error is the result.
func Restore(from, dataDir string, genesis *store.Genesis, accept Accept) (m *Manifest, err error) {
	if m, err = Check(from); err != nil {
		return nil, err
	}
	if m.ChainID != genesis.Config.ChainID || m.GenesisHash != genesis.Hash() {
		return nil, fmt.Errorf("%s: backup of chain %d with genesis %s, wanted is chain %d with %s: %w", from, m.ChainID, m.GenesisHash, genesis.Config.ChainID, genesis.Hash(), store.ErrWrongChain)
	}
	if there, err := os.ReadDir(dataDir); err == nil && len(there) > 0 {
		return nil, fmt.Errorf("%s is not empty: restore into a new directory", dataDir)
	}
	partial := dataDir + ".partial"
	if err := os.RemoveAll(partial); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(partial))
		}
	}()
	for _, f := range m.Files {
		in, err := os.Open(filepath.Join(from, f.Path))
		if err != nil {
			return nil, err
		}
		if err := errors.Join(write(filepath.Join(partial, f.Path), in), in.Close()); err != nil {
			return nil, fmt.Errorf("restore: %w", err)
		}
		if err := f.check(filepath.Join(partial, f.Path)); err != nil {
			return nil, fmt.Errorf("restore: %s: %w", f.Path, err)
		}
	}
	if err := opens(partial, genesis, m, accept); err != nil {
		return nil, fmt.Errorf("restore: %w", err)
	}
	if err := file.SyncTree(partial); err != nil {
		return nil, err
	}
	if err := os.Remove(dataDir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return m, errors.Join(os.Rename(partial, dataDir), file.SyncDir(filepath.Dir(dataDir)))
}

// opens looks whether the store holds what the manifest says.
func opens(dir string, genesis *store.Genesis, m *Manifest, accept Accept) (err error) {
	s, err := store.Open(store.Config{Dir: filepath.Join(dir, "chain"), Process: "ashlar restore"}, genesis)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if head := s.Head(); head.Number != m.Block || head.Hash != m.BlockHash {
		return fmt.Errorf("the store ends with block %d %s, the manifest says %d %s: %w", head.Number, head.Hash, m.Block, m.BlockHash, ErrDamaged)
	}
	if accept == nil {
		return nil
	}
	return accept(dir, s, m)
}
