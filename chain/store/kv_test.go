package store

import (
	"errors"
	"strings"
	"testing"
)

func keys(t *testing.T, v *View, start, end []byte, reverse bool) string {
	t.Helper()
	var out []string
	seq := v.Range(start, end)
	if reverse {
		seq = v.RangeReverse(start, end)
	}
	for e, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(e.Key)+"="+string(e.Value))
	}
	return strings.Join(out, " ")
}

func TestViews(t *testing.T) {
	s := newStore(t)
	a, ab := s.KV("a"), s.KV("ab")
	if err := a.Batch().Put([]byte("b1"), []byte("x")).Put([]byte("b2"), []byte("y")).Put([]byte("b3"), nil).Delete([]byte("b3")).Commit(); err != nil {
		t.Fatal(err)
	}
	if err := ab.Set([]byte("1"), []byte("other")); err != nil {
		t.Fatal(err)
	}
	if got := keys(t, a, nil, nil, false); got != "b1=x b2=y" {
		t.Errorf("range %q", got)
	}
	if got := keys(t, a, nil, nil, true); got != "b2=y b1=x" {
		t.Errorf("reverse range %q", got)
	}
	if got := keys(t, a, []byte("b2"), nil, false); got != "b2=y" {
		t.Errorf("range from b2 %q", got)
	}
	if got := keys(t, a, nil, []byte("b2"), false); got != "b1=x" {
		t.Errorf("range to b2 %q", got)
	}
	if got := keys(t, ab, nil, nil, false); got != "1=other" {
		t.Errorf("the other view %q", got)
	}
	if v, err := a.Get([]byte("b1")); err != nil || string(v) != "x" {
		t.Errorf("get %q %v", v, err)
	}
	if _, err := a.Get([]byte("b3")); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleted key: %v", err)
	}
}
