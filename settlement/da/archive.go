package da

import (
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

	"github.com/ashlar-labs/ashlar/internal/file"
)

// ErrNoBlob says that a source does not have the blob.
var ErrNoBlob = errors.New("blob is not in the archive")

// Source delivers blobs by versioned hash. It need not be trusted.
type Source interface {
	Blob(ctx context.Context, versionedHash common.Hash) ([]byte, error)
}

// Archive keeps blobs in a folder, one file each, or in memory. It is also the HTTP handler for GET …/{versioned hash}.
type Archive struct {
	dir    string
	mu     sync.Mutex
	memory map[common.Hash][]byte // when dir is empty
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
