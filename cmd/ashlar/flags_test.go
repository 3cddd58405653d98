package main

import (
	"math/big"
	"strings"
	"testing"
)

func TestParseAmount(t *testing.T) {
	for _, c := range []struct {
		text  string
		ether bool
		want  string // "" is refused
	}{
		{"1", true, "1000000000000000000"}, {"0.5", true, "500000000000000000"}, {".5", true, "500000000000000000"}, {"1.", true, "1000000000000000000"},
		{"0.000000000000000001", true, "1"}, {"12", false, "12"}, {"007", false, "7"},
		{"", true, ""}, {".", true, ""}, {"0", true, ""}, {"0.0", true, ""}, {"-1", true, ""}, {"+1", true, ""}, {"1_000", true, ""}, {"1e3", true, ""}, {"1,5", true, ""},
		{"0x10", true, ""}, {"1.2.3", true, ""}, {" 1", true, ""}, {"0.0000000000000000001", true, ""}, {"1.5", false, ""}, {"-3", false, ""},
		{strings.Repeat("9", 80), false, ""}, {strings.Repeat("9", 1000), false, ""}, {"1.-5", true, ""},
	} {
		got, err := parseAmount(c.text, c.ether)
		if c.want == "" {
			if err == nil {
				t.Errorf("%q (ETH: %v) was read as %v", c.text, c.ether, got)
			}
			continue
		}
		if err != nil || got.String() != c.want {
			t.Errorf("%q (ETH: %v): %v, %v, want %s", c.text, c.ether, got, err, c.want)
		}
	}
}

// FuzzParseAmount: what is accepted is positive, fits into a word, and is what big.Rat reads.
func FuzzParseAmount(f *testing.F) {
	for _, seed := range []string{"1", "0.5", ".5", "1.", "0.000000000000000001", "-1", "1e3", "0x1", strings.Repeat("9", 78)} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, text string, ether bool) {
		got, err := parseAmount(text, ether)
		if err != nil {
			return
		}
		if got.Sign() <= 0 || got.BitLen() > 256 {
			t.Fatalf("%q was read as %v", text, got)
		}
		want, ok := new(big.Rat).SetString("0" + text)
		if ether && ok {
			want.Mul(want, new(big.Rat).SetInt64(1e18))
		}
		if !ok || want.Cmp(new(big.Rat).SetInt(got)) != 0 {
			t.Fatalf("%q was read as %v, want %v", text, got, want)
		}
	})
}

func TestParseSalt(t *testing.T) {
	if s, err := parseSalt("0x01"); err != nil || s[31] != 1 {
		t.Errorf("0x01: %v, %v", s, err)
	}
	if s, err := parseSalt(""); err != nil || s != [32]byte{} {
		t.Errorf("none: %v, %v", s, err)
	}
	for _, bad := range []string{"1", "0x0", "salt", "0x" + strings.Repeat("00", 33)} {
		if _, err := parseSalt(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}
