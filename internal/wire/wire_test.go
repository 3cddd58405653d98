package wire

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

var errFormat = errors.New("malformed")

func TestReaderTakesWhatWasAppended(t *testing.T) {
	b := AppendUint64s([]byte{7, 1, 0, 2, 0, 0, 0, 3}, 4, 5)
	b = append(append(b, common.Hash{6}.Bytes()...), common.Address{7}.Bytes()...)
	b = AppendText(AppendBytes(AppendBytes(b, []byte("eight")), nil), "nine")
	r := NewReader(b, errFormat)
	r.Version(7)
	if !r.Flag() || r.Uint16() != 2 || r.Uint32() != 3 || r.Uint64() != 4 || r.Uint64() != 5 || r.Hash() != (common.Hash{6}) || r.Address() != (common.Address{7}) {
		t.Fatal(r.Err)
	}
	if !bytes.Equal(r.Bytes(), []byte("eight")) || len(r.Bytes()) != 0 || r.Text(4) != "nine" || r.End() != nil {
		t.Fatal(r.Err)
	}
}

func TestReaderRefuses(t *testing.T) {
	for what, c := range map[string]struct {
		data []byte
		read func(*Reader)
		says string
	}{
		"no byte":             {nil, func(r *Reader) { r.Uint8() }, "need 1 bytes, have 0"},
		"half a number":       {make([]byte, 7), func(r *Reader) { r.Uint64() }, "need 8 bytes, have 7"},
		"a short hash":        {make([]byte, 31), func(r *Reader) { r.Hash() }, "need 32 bytes, have 31"},
		"flag 2":              {[]byte{2}, func(r *Reader) { r.Flag() }, "flag 0x2"},
		"another version":     {[]byte{2}, func(r *Reader) { r.Version(1) }, "version 2, this program reads 1"},
		"too many items":      {[]byte{0, 0, 0, 2, 1, 1, 1}, func(r *Reader) { r.Count(2) }, "2 items of at least 2 bytes in 3"},
		"the most items":      {[]byte{255, 255, 255, 255}, func(r *Reader) { r.Count(1 << 30) }, "4294967295 items"},
		"a length too large":  {[]byte{0, 0, 0, 2, 1}, func(r *Reader) { r.Bytes() }, "2 items of at least 1 bytes in 1"},
		"a long text":         {AppendText(nil, "abc"), func(r *Reader) { r.Text(2) }, "text of 3 bytes, at most 2"},
		"bytes left":          {[]byte{1}, func(r *Reader) { _ = r.End() }, "1 bytes left"},
		"the first error":     {[]byte{3}, func(r *Reader) { r.Flag(); r.Uint64() }, "flag 0x3"},
		"an error of a value": {[]byte{3}, func(r *Reader) { r.Fail("%d apples", r.Uint8()) }, "3 apples"},
	} {
		r := NewReader(c.data, errFormat)
		if c.read(&r); !errors.Is(r.Err, errFormat) || !strings.HasPrefix(r.Err.Error(), c.says) {
			t.Errorf("%s: %v", what, r.Err)
		}
		if r.Take(0) != nil || r.Uint64() != 0 || r.Hash() != (common.Hash{}) || r.Count(1) != 0 || r.Bytes() != nil || r.Text(9) != "" || !errors.Is(r.End(), errFormat) {
			t.Errorf("%s: the reader goes on after its error", what)
		}
	}
}
