package image

import (
	"context"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func TestTry(t *testing.T) {
	g, err := Build(context.Background(), Options{Package: "./testdata/mix", NoCache: true, Progress: func(s string) { t.Log(s) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", Inspect(g))
	p, err := g.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := rv64.NewMachine(p)
	for c := range byte(6) {
		r, err := m.Run(context.Background(), []byte{c, 10, 0, 0, 0}, rv64.Limits{})
		t.Logf("%+v %v", r, err)
	}
}
