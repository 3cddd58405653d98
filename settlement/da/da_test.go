package da

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/blob4844"
)

func randomBytes(n int) []byte {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}

func published(d *Data) *Published {
	p := &Published{Scheme: d.Scheme, Commitment: d.Commitment, Input: append([]byte(nil), d.Input...)}
	for _, o := range d.Openings() {
		p.VersionedHashes = append(p.VersionedHashes, o.VersionedHash)
	}
	return p
}

func prepare(t *testing.T, scheme rollup.DAScheme, pubdata []byte) (*Data, *Archive) {
	t.Helper()
	d, err := Prepare(scheme, pubdata)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := OpenArchive(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Blobs {
		if err := archive.Put(d.Blobs[i].VersionedHash, d.Blobs[i].Blob[:]); err != nil {
			t.Fatal(err)
		}
	}
	return d, archive
}

func TestRoundTrip(t *testing.T) {
	for _, c := range []struct {
		scheme rollup.DAScheme
		size   int
		blobs  int
	}{
		{rollup.DACalldata, 0, 0}, {rollup.DACalldata, rollup.MaxCallPubdata, 0},
		{rollup.DABlobs, 0, 1}, {rollup.DABlobs, 1000, 1}, {rollup.DABlobs, rollup.BlobPayload - 4, 1}, {rollup.DABlobs, rollup.BlobPayload - 3, 2},
	} {
		pubdata := randomBytes(c.size)
		d, archive := prepare(t, c.scheme, pubdata)
		if len(d.Blobs) != c.blobs {
			t.Errorf("scheme %d, %d bytes: %d blobs", c.scheme, c.size, len(d.Blobs))
		}
		hashes, err := VersionedHashes(c.scheme, pubdata)
		if err != nil || len(hashes) != len(d.Blobs) {
			t.Errorf("scheme %d, %d bytes: %d names, %v", c.scheme, c.size, len(hashes), err)
		}
		for i := range hashes {
			if hashes[i] != d.Blobs[i].VersionedHash {
				t.Errorf("%d bytes: blob %d is named %v and %v", c.size, i, hashes[i], d.Blobs[i].VersionedHash)
			}
		}
		p := published(d)
		if err := p.Check(true); err != nil {
			t.Errorf("scheme %d, %d bytes: %v", c.scheme, c.size, err)
		}
		got, err := Recover(context.Background(), p, archive)
		if err != nil || !bytes.Equal(got, pubdata) {
			t.Errorf("scheme %d, %d bytes: %v", c.scheme, c.size, err)
		}
	}
}

func TestOpeningIsTheGuestsEvaluation(t *testing.T) {
	pubdata := randomBytes(5000)
	d, _ := prepare(t, rollup.DABlobs, pubdata)
	b := &d.Blobs[0]
	y, err := blob4844.Evaluate(b.Blob[:], rollup.BlobPoint(rollup.PubdataHash(pubdata), b.VersionedHash))
	if err != nil || y != b.Y {
		t.Fatalf("y = %v, %v; want %v", y, err, b.Y)
	}
}

func TestValidiumIsNotOnL1(t *testing.T) {
	d, archive := prepare(t, rollup.DAValidium, []byte{1, 2, 3})
	if d.Commitment != rollup.PubdataHash([]byte{1, 2, 3}) || len(d.Input) != 32 {
		t.Fatalf("input %x", d.Input)
	}
	if _, err := Recover(context.Background(), published(d), archive); !errors.Is(err, ErrNotPublished) {
		t.Fatalf("error %v", err)
	}
	d.Input = []byte{1, 2, 3} // as in priority mode
	if got, err := Recover(context.Background(), published(d), nil); err != nil || !bytes.Equal(got, d.Input) {
		t.Fatalf("pubdata in the call: %x, %v", got, err)
	}
	d.Input = []byte{1, 2, 4}
	if _, err := Recover(context.Background(), published(d), archive); !errors.Is(err, ErrMismatch) {
		t.Fatalf("other pubdata in the call: error %v", err)
	}
}

// TestPubdataOfAValidium: an archive keeps it, and whoever recovers it believes no source.
func TestPubdataOfAValidium(t *testing.T) {
	ctx, pubdata := context.Background(), []byte{1, 2, 3}
	d, _ := prepare(t, rollup.DAValidium, pubdata)
	for _, dir := range []string{"", t.TempDir()} {
		archive, err := OpenArchive(dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Recover(ctx, published(d), archive); !errors.Is(err, ErrNotPublished) {
			t.Errorf("empty archive: %v", err)
		}
		if err := archive.PutPubdata(pubdata); err != nil {
			t.Fatal(err)
		}
		if got, err := Recover(ctx, published(d), archive); err != nil || !bytes.Equal(got, pubdata) {
			t.Errorf("%x, %v", got, err)
		}
	}
	folder, err := OpenArchive(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	good, err := OpenArchive("")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(good.PutPubdata(pubdata), folder.PutPubdata(pubdata), os.WriteFile(folder.PubdataFile(d.Commitment), []byte{3, 2, 1}, 0o644)); err != nil {
		t.Fatal(err)
	}
	if _, err := Recover(ctx, published(d), folder); !errors.Is(err, ErrMismatch) {
		t.Errorf("a damaged file: %v", err)
	}
	if got, err := Recover(ctx, published(d), new(lying)); !errors.Is(err, ErrMismatch) {
		t.Errorf("a source that lies: %x, %v", got, err)
	}
	if got, err := Recover(ctx, published(d), Any{new(lying), folder}); !errors.Is(err, ErrMismatch) {
		t.Errorf("no source that has it: %x, %v", got, err)
	}
	if got, err := Recover(ctx, published(d), Any{Remote{URL: "http://127.0.0.1:1"}, new(lying), folder, good}); err != nil || !bytes.Equal(got, pubdata) {
		t.Errorf("a damaged file before a good one: %x, %v", got, err)
	}
	if err := folder.PutPubdata(pubdata); err != nil { // repairs the file
		t.Fatal(err)
	}
	if got, err := Recover(ctx, published(d), folder); err != nil || !bytes.Equal(got, pubdata) {
		t.Errorf("repaired: %x, %v", got, err)
	}
	if err := os.Truncate(folder.PubdataFile(d.Commitment), rollup.MaxPlainPubdata+1); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Pubdata(ctx, d.Commitment); !errors.Is(err, ErrMismatch) || !strings.Contains(err.Error(), "at most") {
		t.Errorf("a file that is too large: %v", err)
	}
	if err := errors.Join(os.Remove(folder.PubdataFile(d.Commitment)), os.Mkdir(folder.PubdataFile(d.Commitment), 0o755)); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Pubdata(ctx, d.Commitment); err == nil {
		t.Error("a folder is taken for pubdata")
	}
	if err := folder.PutPubdata(pubdata); err == nil {
		t.Error("written over a folder")
	}
}

// lying gives other pubdata than what is asked for.
type lying struct{ Archive }

func (*lying) Pubdata(context.Context, common.Hash) ([]byte, error) { return []byte("else"), nil }

func TestPrepareRefuses(t *testing.T) {
	if _, err := Prepare(rollup.DACalldata, make([]byte, rollup.MaxCallPubdata+1)); err == nil {
		t.Error("calldata above capacity")
	}
	if _, err := Prepare(rollup.DABlobs, make([]byte, rollup.MaxBlobPubdata+1)); err == nil {
		t.Error("blobs above capacity")
	}
	if _, err := Prepare(0, nil); err == nil {
		t.Error("scheme zero")
	}
	for scheme, size := range map[rollup.DAScheme]int{0: 0, rollup.DACalldata: rollup.MaxCallPubdata + 1, rollup.DABlobs: rollup.MaxBlobPubdata + 1} {
		if hashes, err := VersionedHashes(scheme, make([]byte, size)); err == nil {
			t.Errorf("scheme %d names %d blobs of %d bytes", scheme, len(hashes), size)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	d, _ := prepare(t, rollup.DABlobs, randomBytes(rollup.BlobPayload+5))
	call, _ := prepare(t, rollup.DACalldata, randomBytes(9))
	for name, c := range map[string]struct {
		from   *Data
		change func(*Published)
		want   error
	}{
		"wrong y":             {d, func(p *Published) { p.Input[33] ^= 1 }, ErrMismatch},
		"wrong pubdata hash":  {d, func(p *Published) { p.Input[0] ^= 1 }, ErrMismatch}, // moves z
		"wrong commitment":    {d, func(p *Published) { p.Input[32+40] ^= 1 }, ErrMismatch},
		"wrong proof":         {d, func(p *Published) { copy(p.Input[32+80:], p.Input[32+inputPerBlob+80:][:48]) }, ErrMismatch},
		"blobs swapped":       {d, func(p *Published) { h := p.VersionedHashes; h[0], h[1] = h[1], h[0] }, ErrMismatch},
		"wrong DA commitment": {d, func(p *Published) { p.Commitment[0] ^= 1 }, ErrMismatch},
		"truncated input":     {d, func(p *Published) { p.Input = p.Input[:len(p.Input)-1] }, rollup.ErrEncoding},
		"one blob less":       {d, func(p *Published) { p.VersionedHashes = p.VersionedHashes[:1] }, rollup.ErrEncoding},
		"no input":            {d, func(p *Published) { p.Input = nil }, rollup.ErrEncoding},
		"unknown scheme":      {d, func(p *Published) { p.Scheme = 2 }, rollup.ErrEncoding},
		"calldata changed":    {call, func(p *Published) { p.Input[3] ^= 1 }, ErrMismatch},
		"calldata cut":        {call, func(p *Published) { p.Input = p.Input[:8] }, ErrMismatch},
		"calldata with blobs": {call, func(p *Published) { p.VersionedHashes = make([]common.Hash, 1) }, rollup.ErrEncoding},
	} {
		p := published(c.from)
		c.change(p)
		if err := p.Check(true); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

func TestRecoverDistrustsTheSource(t *testing.T) {
	ctx := context.Background()
	d, _ := prepare(t, rollup.DABlobs, randomBytes(100))
	p, hash := published(d), d.Blobs[0].VersionedHash
	liar, err := OpenArchive("")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Recover(ctx, p, liar); !errors.Is(err, ErrNoBlob) {
		t.Errorf("missing blob: %v", err)
	}
	for name, change := range map[string]func(b []byte) []byte{
		"changed":    func(b []byte) []byte { b[1] ^= 1; return b },
		"short":      func(b []byte) []byte { return b[:100] },
		"not in r":   func(b []byte) []byte { copy(b, bytes.Repeat([]byte{255}, 32)); return b },
		"other blob": func(b []byte) []byte { return make([]byte, len(b)) },
	} {
		blob := d.Blobs[0].Blob
		if err := liar.Put(hash, change(blob[:])); err != nil {
			t.Fatal(err)
		}
		if _, err := Recover(ctx, p, liar); !errors.Is(err, ErrMismatch) && !errors.Is(err, rollup.ErrEncoding) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestSidecar(t *testing.T) {
	one, _ := prepare(t, rollup.DABlobs, randomBytes(10))
	sidecar, err := Sidecar(one, one)
	if err != nil || len(sidecar.Blobs) != 2 || len(sidecar.Proofs) != 2*kzg4844.CellProofsPerBlob {
		t.Fatalf("sidecar: %v", err)
	}
	if err := kzg4844.VerifyCellProofs(sidecar.Blobs, sidecar.Commitments, sidecar.Proofs); err != nil {
		t.Fatal(err)
	}
	none, _ := prepare(t, rollup.DACalldata, nil)
	if sidecar, err := Sidecar(none); sidecar != nil || err != nil {
		t.Fatalf("sidecar without blobs: %v, %v", sidecar, err)
	}
}

func TestRemote(t *testing.T) {
	ctx := context.Background()
	d, archive := prepare(t, rollup.DABlobs, randomBytes(77))
	server := httptest.NewServer(archive)
	defer server.Close()
	down := Remote{URL: "http://127.0.0.1:1/blobs"}
	remote := Remote{URL: server.URL + "/blobs/"}
	if _, err := Recover(ctx, published(d), Any{down, remote}); err != nil {
		t.Fatal(err)
	}
	if _, err := remote.Blob(ctx, common.Hash{1}); !errors.Is(err, ErrNoBlob) {
		t.Errorf("unknown blob: %v", err)
	}
	response, err := http.Get(server.URL + "/blobs/xyz")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusBadRequest {
		t.Errorf("bad name: %s", response.Status)
	}
}

func FuzzPublished(f *testing.F) {
	f.Add(byte(4), make([]byte, 32+inputPerBlob))
	f.Add(byte(3), []byte{1})
	f.Add(byte(1), make([]byte, 32))
	f.Fuzz(func(t *testing.T, scheme byte, input []byte) {
		n, err := BlobCount(rollup.DAScheme(scheme), input)
		if err != nil {
			if !errors.Is(err, rollup.ErrEncoding) {
				t.Fatal(err)
			}
			return
		}
		p := Published{Scheme: rollup.DAScheme(scheme), Input: input, VersionedHashes: make([]common.Hash, n)}
		if err := p.Check(false); err != nil && !errors.Is(err, ErrMismatch) {
			t.Fatal(err)
		}
	})
}

func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"data":"0x01"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, err := decodeAnswer(body); err == nil && len(body) == 0 {
			t.Fatal("nothing decoded from nothing")
		}
	})
}

// The archive makes a sidecar again, and does not believe its files.
func TestArchiveMakesTheSidecarAgain(t *testing.T) {
	d, err := Prepare(rollup.DABlobs, bytes.Repeat([]byte{7}, 200_000))
	if err != nil {
		t.Fatal(err)
	}
	want, err := Sidecar(d)
	if err != nil {
		t.Fatal(err)
	}
	a, err := OpenArchive(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Sidecar(t.Context(), want.BlobHashes()); !errors.Is(err, ErrNoBlob) {
		t.Errorf("an empty archive: %v", err)
	}
	if err := a.PutSidecar(want); err != nil {
		t.Fatal(err)
	}
	got, err := a.Sidecar(t.Context(), want.BlobHashes())
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("another sidecar, %v", err)
	}
	hash := want.BlobHashes()[1]
	for name, data := range map[string][]byte{"another blob": want.Blobs[0][:], "half a blob": want.Blobs[1][:1000], "more than a blob": append(want.Blobs[1][:], 0), "no field elements": bytes.Repeat([]byte{0xff}, len(want.Blobs[1]))} {
		if err := os.WriteFile(a.path(hash), data, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Sidecar(t.Context(), want.BlobHashes()); !errors.Is(err, ErrMismatch) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
