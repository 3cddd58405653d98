package txpool

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/internal/file"
)

// A journal is a file of records `length u32 ‖ CRC-32 of the transaction u32 ‖ raw transaction`, appended as transactions are accepted and now and then
// written anew. A process may end in the middle of a record: reading stops before the first one that is not whole.
type journal struct {
	mu      sync.Mutex
	path    string
	file    journalFile
	written int64 // bytes of whole records in the file
	fresh   int64 // bytes it had when it was written anew
	missing bool  // accepted transactions could not be appended: it has to be written anew
}

// journalFile is what a journal needs of its file.
type journalFile interface {
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
}

const recordHead = 8

// slackBytes is how much a journal may grow beyond twice its fresh size.
const slackBytes = 4 << 20

func appendRecord(b, raw []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(raw)))
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(raw))
	return append(b, raw...)
}

// decodeRecords is the transactions of the whole records at the front of data, aliasing it.
func decodeRecords(data []byte) [][]byte {
	var out [][]byte
	for len(data) >= recordHead {
		n := binary.BigEndian.Uint32(data)
		sum := binary.BigEndian.Uint32(data[4:])
		if n > MaxTxBytes || uint64(n)+recordHead > uint64(len(data)) {
			break
		}
		raw := data[recordHead : recordHead+n : recordHead+n]
		if crc32.ChecksumIEEE(raw) != sum {
			break
		}
		out = append(out, raw)
		data = data[recordHead+n:]
	}
	return out
}

// openJournal reads the journal at path; it must be written anew before it is appended to.
func openJournal(path string) (*journal, [][]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, nil, err
	}
	return &journal{path: path}, decodeRecords(data), nil
}

// AddToJournal puts raw transactions before those that a journal holds, unless it has them. The next pool with this journal takes what is still valid of them. No pool may have it open.
func AddToJournal(path string, raws [][]byte) error {
	j, there, err := openJournal(path)
	if err != nil {
		return fmt.Errorf("journal %s: %w", path, err)
	}
	known := make(map[string]bool, len(raws))
	for _, raw := range raws {
		known[string(raw)] = true
	}
	all := slices.Clone(raws)
	for _, raw := range there {
		if !known[string(raw)] {
			all = append(all, raw)
		}
	}
	if err := errors.Join(j.rewrite(func() [][]byte { return all }), j.close()); err != nil {
		return fmt.Errorf("journal %s: %w", path, err)
	}
	return nil
}

// append adds transactions in one write. There may be no journal.
func (j *journal) append(txs []*types.Transaction) error {
	if j == nil || len(txs) == 0 {
		return nil
	}
	var records []byte
	for _, tx := range txs {
		raw, err := tx.MarshalBinary()
		if err != nil {
			return err
		}
		records = appendRecord(records, raw)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.file.WriteAt(records, j.written); err != nil { // what was written of them would hide the next ones
		j.missing = true
		return errors.Join(err, j.file.Truncate(j.written))
	}
	j.written += int64(len(records))
	return nil
}

// isStale reports whether the journal has to be written anew: it is long, or lacks transactions.
func (j *journal) isStale() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.missing || j.written > 2*j.fresh+slackBytes
}

// rewrite replaces the file by one that content fills. Accepted transactions wait meanwhile, so none falls between the old file and the new.
func (j *journal) rewrite(content func() [][]byte) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	var data []byte
	for _, raw := range content() {
		data = appendRecord(data, raw)
	}
	j.missing = true // until it is known to which file is appended
	if err := file.Write(j.path, data); err != nil {
		return err
	}
	next, err := os.OpenFile(j.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if j.file != nil {
		err = j.file.Close()
	}
	j.file, j.written, j.fresh, j.missing = next, int64(len(data)), int64(len(data)), false
	return err
}

func (j *journal) close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file == nil {
		return nil
	}
	return errors.Join(j.file.Sync(), j.file.Close())
}

// rewriteJournal keeps what the pool holds: executable transactions first, so that a restart accepts every sender's in order.
func (p *Pool) rewriteJournal() error {
	err := p.journal.rewrite(func() [][]byte {
		var raws [][]byte
		pending, queued := p.legacy.Content()
		for _, bySender := range []map[common.Address][]*types.Transaction{pending, queued} {
			for _, txs := range bySender {
				for _, tx := range txs {
					if raw, err := tx.MarshalBinary(); err == nil {
						raws = append(raws, raw)
					}
				}
			}
		}
		return raws
	})
	if err != nil {
		return fmt.Errorf("journal %s: %w", p.config.JournalPath, err)
	}
	return nil
}
