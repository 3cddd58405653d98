package store

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ethereum/go-ethereum/common"
)

// records are the encodings of the package, each with a value, and how to decode and encode again.
var records = map[string]struct {
	value  []byte
	reread func([]byte) ([]byte, error)
}{
	"position": {encodePosition(&BlockRef{Number: 3, Hash: common.Hash{1}, Timestamp: 2, PriorityOps: 3, Txs: 4, L2ToL1Logs: 5}), func(b []byte) ([]byte, error) {
		r, err := decodePosition(3, b)
		return encodePosition(&r), err
	}},
	"receipts": {encodeReceipts([]*stf.Receipt{fullReceipt(common.Hash{1}), fullReceipt(common.Hash{2})}), func(b []byte) ([]byte, error) {
		r, err := decodeReceipts(b, &BlockRef{})
		if err != nil {
			return nil, err
		}
		return encodeReceipts(r), nil
	}},
	"batch": {encodeBatch(makeBatch(1, 2, 3)), func(b []byte) ([]byte, error) {
		v, err := decodeBatch(b)
		return encodeBatch(v), err
	}},
	"progress": {encodeL1Progress(&L1Progress{3, 2, 1}), func(b []byte) ([]byte, error) {
		v, err := decodeL1Progress(b)
		return encodeL1Progress(&v), err
	}},
	"status": {encodeL1Status(&BatchL1Status{Prove: L1Step{common.Hash{1}, 2, 3}}), func(b []byte) ([]byte, error) {
		v, err := decodeL1Status(b)
		return encodeL1Status(&v), err
	}},
	"identity": {(&identity{schema: schemaVersion, chainID: 9, configHash: common.Hash{1}, genesisHash: common.Hash{2}}).encode(), func(b []byte) ([]byte, error) {
		id, err := decodeIdentity(b)
		if err == nil && id.schema != schemaVersion {
			err = ErrCorrupt // of another version: not this encoding
		}
		return id.encode(), err
	}},
}

func TestRecordsRoundTripAndRejectDamage(t *testing.T) {
	for name, r := range records {
		if again, err := r.reread(r.value); err != nil || !bytes.Equal(again, r.value) {
			t.Errorf("%s: %v", name, err)
		}
		for n := range r.value {
			if _, err := r.reread(r.value[:n]); !errors.Is(err, ErrCorrupt) {
				t.Errorf("%s cut to %d bytes: %v", name, n, err)
			}
		}
		if _, err := r.reread(append(bytes.Clone(r.value), 0)); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s with a byte more: %v", name, err)
		}
		wrong := bytes.Clone(r.value)
		wrong[0] = 0xee
		if _, err := r.reread(wrong); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s of another version: %v", name, err)
		}
	}
}

// FuzzRecords: whatever decodes is the encoding of what it decodes to.
func FuzzRecords(f *testing.F) {
	for _, r := range records {
		f.Add(r.value)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, r := range records {
			again, err := r.reread(data)
			if err == nil && !bytes.Equal(again, data) {
				t.Errorf("%s: two encodings of one value", name)
			}
			if err != nil && !errors.Is(err, ErrCorrupt) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
