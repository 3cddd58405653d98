package load

import (
	"io"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

func TestSignaturesAreTheSenders(t *testing.T) {
	g := newSigner()
	signer := types.LatestSignerForChainID(big.NewInt(chainID))
	for i, s := range makeSenders(20) {
		s.nonce = uint64(i * 100)
		raw, hash := g.transaction(s, &call{chainID: chainID, gas: ethGas, to: holder(uint64(i)), value: uint64(i), data: tokenTransfer(holder(1))[:i]})
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(raw); err != nil {
			t.Fatal(err)
		}
		if from, err := types.Sender(signer, tx); err != nil || from != s.address {
			t.Fatalf("sender %v, want %v: %v", from, s.address, err)
		}
		if tx.Hash() != hash || tx.Nonce() != s.nonce {
			t.Fatalf("hash %v of nonce %d, want %v of %d", tx.Hash(), tx.Nonce(), hash, s.nonce)
		}
	}
}

func TestHoldersDiffer(t *testing.T) {
	seen := map[[20]byte]bool{}
	for i := range uint64(100_000) {
		a := holder(i)
		if seen[a] {
			t.Fatalf("address %v twice", a)
		}
		seen[a] = true
	}
}

func small() Config {
	c := DefaultConfig()
	c.Duration, c.Paced, c.Rate, c.Accounts, c.Senders, c.Connections, c.Batch, c.InFlight = 300*time.Millisecond, 300*time.Millisecond, 100, 1000, 50, 2, 20, 200
	return c
}

func start(t *testing.T, cfg *Config, senders *Senders, name string) System {
	t.Helper()
	var s System
	var err error
	if name == "geth" {
		s, err = StartGeth(cfg, senders, t.TempDir(), quiet)
	} else {
		s, err = StartAshlar(cfg, senders, t.TempDir(), quiet, func(int) {})
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestMeasure(t *testing.T) {
	for _, name := range []string{"ashlar", "ashlar without a stream", "geth"} {
		t.Run(name, func(t *testing.T) {
			cfg := small()
			cfg.Stream = name == "ashlar"
			senders := MakeSenders(&cfg)
			l, err := New(t.Context(), cfg, start(t, &cfg, senders, name), senders)
			if err != nil {
				t.Fatal(err)
			}
			for _, kind := range []Kind{ETH, ERC20} {
				got, err := l.Saturate(t.Context(), kind, nil)
				if err != nil {
					t.Fatal(err)
				}
				if got.Transactions == 0 || got.Blocks == 0 || got.PerSecond() <= 0 {
					t.Fatalf("kind %d: %+v", kind, got)
				}
			}
			paced, err := l.Paced(t.Context(), nil)
			if err != nil || paced.Transactions != 30 || paced.P50 <= 0 || paced.P99 < paced.P50 {
				t.Fatalf("%+v, %v", paced, err)
			}
		})
	}
}
