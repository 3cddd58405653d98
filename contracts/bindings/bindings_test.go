package bindings

import (
	"os"
	"testing"

	"github.com/ashlar-labs/ashlar/contracts/bindings/source"
)

func TestFresh(t *testing.T) {
	want, err := source.Generate()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("bindings.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("bindings.go does not match the artifacts; in contracts run go run ./bindings/gen")
	}
}
