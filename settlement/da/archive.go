package da

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/rollup"
)

// ErrNoBlob says that a source does not have the blob.
var ErrNoBlob = errors.New("blob is not in the archive")

// Source delivers blobs by versioned hash. It need not be trusted.
type Source interface {
	Blob(ctx context.Context, versionedHash common.Hash) ([]byte, error)
}

// PubdataSource gives the pubdata of a validium's batch by its hash, which is what L1 knows of it. Whoever asks checks what it gets. One that it does not have is ErrNotPublished.
type PubdataSource interface {
	Pubdata(ctx context.Context, hash common.Hash) ([]byte, error)
}

// Archive keeps blobs, and pubdata of a validium, in a folder, one file each, or in memory. Blobs are named by versioned hash, pubdata by PubdataHash. It is also the HTTP handler for GET …/{versioned hash}.
type Archive struct {
	dir    string
	mu     sync.Mutex
	memory map[common.Hash][]byte // when dir is empty
}

// PutPubdata keeps the pubdata of a validium's batch. A file with other content under its name is replaced.
func (a *Archive) PutPubdata(pubdata []byte) error {
	hash := rollup.PubdataHash(pubdata)
	if _, err := a.Pubdata(context.Background(), hash); err == nil {
		return nil
	}
	if a.dir == "" {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.memory[hash] = bytes.Clone(pubdata)
		return nil
	}
	if err := file.Write(a.PubdataFile(hash), pubdata); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	return nil
}

// PubdataFile is where the pubdata with a hash is kept; "" in memory.
func (a *Archive) PubdataFile(hash common.Hash) string {
	if a.dir == "" {
		return ""
	}
	return filepath.Join(a.dir, strings.TrimPrefix(hash.Hex(), "0x")+".pubdata")
}

// Pubdata implements PubdataSource. A file with other content than its name says is ErrMismatch.
func (a *Archive) Pubdata(_ context.Context, hash common.Hash) ([]byte, error) {
	if a.dir == "" {
		a.mu.Lock()
		defer a.mu.Unlock()
		if pubdata, ok := a.memory[hash]; ok {
			return pubdata, nil
		}
		return nil, fmt.Errorf("%v: %w", hash, ErrNotPublished)
	}
	path := a.PubdataFile(hash)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s is missing: %w", path, ErrNotPublished)
	case err != nil:
		return nil, err
	case info.Size() > rollup.MaxPlainPubdata:
		return nil, fmt.Errorf("%s has %d bytes, pubdata at most %d: %w", path, info.Size(), rollup.MaxPlainPubdata, ErrMismatch)
	}
	pubdata, err := os.ReadFile(path)
	if err == nil && rollup.PubdataHash(pubdata) != hash {
		return nil, fmt.Errorf("%s holds something else than the pubdata with that hash: %w", path, ErrMismatch)
	}
	return pubdata, err
}

// OpenArchive uses (and makes) the folder dir; "" keeps blobs in memory.
func OpenArchive(dir string) (*Archive, error) {
	if dir == "" {
		return &Archive{memory: make(map[common.Hash][]byte)}, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("blob archive: %w", err)
	}
	return &Archive{dir: dir}, nil
}

func (a *Archive) path(hash common.Hash) string {
	return filepath.Join(a.dir, strings.TrimPrefix(hash.Hex(), "0x")+".blob")
}

// Put keeps a blob; when it returns, the blob is on disk. The hash is the caller's word: readers check it.
func (a *Archive) Put(hash common.Hash, blob []byte) error {
	if a.dir == "" {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.memory[hash] = append([]byte(nil), blob...)
		return nil
	}
	if _, err := os.Stat(a.path(hash)); err == nil {
		return nil // written before: a rename makes it appear whole
	}
	if err := file.Write(a.path(hash), blob); err != nil {
		return fmt.Errorf("blob archive: %w", err)
	}
	return nil
}

// PutSidecar keeps all blobs of a transaction.
func (a *Archive) PutSidecar(sidecar *types.BlobTxSidecar) error {
	for i, hash := range sidecar.BlobHashes() {
		if err := a.Put(hash, sidecar.Blobs[i][:]); err != nil {
			return err
		}
	}
	return nil
}

// Blob implements [Source].
func (a *Archive) Blob(_ context.Context, hash common.Hash) ([]byte, error) {
	if a.dir == "" {
		a.mu.Lock()
		defer a.mu.Unlock()
		if blob, ok := a.memory[hash]; ok {
			return blob, nil
		}
		return nil, fmt.Errorf("%v: %w", hash, ErrNoBlob)
	}
	blob, err := os.ReadFile(a.path(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%v: %w", hash, ErrNoBlob)
	}
	return blob, err
}

// Sidecar makes the sidecar of a transaction with these blobs again, as Prepare and Sidecar made it; ErrMismatch when a file does not hold the blob of its name.
func (a *Archive) Sidecar(ctx context.Context, hashes []common.Hash) (*types.BlobTxSidecar, error) {
	d := &Data{Blobs: make([]Blob, len(hashes))}
	for i, hash := range hashes {
		raw, err := a.Blob(ctx, hash)
		if err != nil {
			return nil, err
		}
		b := &d.Blobs[i]
		if copy(b.Blob[:], raw) != len(b.Blob) || len(raw) != len(b.Blob) {
			return nil, fmt.Errorf("blob %v has %d bytes: %w", hash, len(raw), ErrMismatch)
		}
		if b.Commitment, err = kzg4844.BlobToCommitment(&b.Blob); err != nil {
			return nil, fmt.Errorf("blob %v: %w: %w", hash, ErrMismatch, err)
		}
		if b.VersionedHash = VersionedHash(b.Commitment); b.VersionedHash != hash {
			return nil, fmt.Errorf("blob %v is %v: %w", hash, b.VersionedHash, ErrMismatch)
		}
	}
	return Sidecar(d)
}

// blobAnswer is the JSON form of a blob. Only its data are needed: everything else follows from them.
type blobAnswer struct {
	Data hexutil.Bytes `json:"data"`
}

// ServeHTTP answers GET …/{versioned hash} with {"data": "0x…"}, 404 when the blob is unknown.
func (a *Archive) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:]
	var hash common.Hash
	if err := hash.UnmarshalText([]byte(name)); err != nil || r.Method != http.MethodGet {
		http.Error(w, "want GET /blobs/{versioned hash}", http.StatusBadRequest)
		return
	}
	blob, err := a.Blob(r.Context(), hash)
	switch {
	case errors.Is(err, ErrNoBlob):
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	case err != nil:
		http.Error(w, "blob archive: cannot be read", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	// An error here is the reader's lost connection: nobody is left to tell.
	_ = json.NewEncoder(w).Encode(blobAnswer{Data: blob})
}
