package vectors

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the files anew")

func TestFilesAreFresh(t *testing.T) {
	for name, make := range map[string]func() ([]byte, error){"batch.json": MakeBatch, "blobs.json": MakeBlobs} {
		want, err := make()
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale; run go test ./contracts/test/vectors -update and then the Foundry tests", name)
		}
	}
}
