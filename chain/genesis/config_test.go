package genesis

import (
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/rollup"
)

func testConfig() Config {
	c := Default(270)
	c.Timestamp = 1_700_000_000
	c.GasPerPubdata = 7
	c.L1ChainID = 1337
	c.L1AssetRouter = common.HexToAddress("0xFFfFfFffFFfffFFfFFfFFFFFffFFFffffFfFFFfF") // the alias overflows
	return c
}

func wei(n int64) *hexutil.Big { return (*hexutil.Big)(big.NewInt(n)) }

func TestConfigRoundTrip(t *testing.T) {
	c := testConfig()
	c.Prefund = map[common.Address]*hexutil.Big{common.HexToAddress("0xaa"): wei(5)}
	data, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*got, c) {
		t.Errorf("got %+v, want %+v", *got, c)
	}
}

func TestDecodeRefuses(t *testing.T) {
	c := testConfig()
	good, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ data, want string }{
		"unknown field": {strings.Replace(string(good), `"l1ChainId"`, `"l1ChainID2": 1, "l1ChainId"`, 1), "unknown field"},
		"more data":     {string(good) + "{}", "data after"},
		"negative":      {strings.Replace(string(good), `"baseFee": `, `"baseFee": -`, 1), "cannot unmarshal"},
		"short address": {strings.Replace(string(good), "0xffffffff", "0x", 1), "hex string"},
		"empty":         {"", "EOF"},
		"zero value":    {"{}", "chain id is zero"},
	} {
		if _, err := Decode([]byte(tc.data)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, tc.want)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	supply := (*hexutil.Big)(rollup.BaseTokenSupply().ToBig())
	for want, change := range map[string]func(*Config){
		"unknown fork":       func(c *Config) { c.Chain.Fork = 9 },
		"L1 chain id":        func(c *Config) { c.L1ChainID = 0 },
		"is that of L1":      func(c *Config) { c.L1ChainID = c.Chain.ChainID },
		"no L1 asset router": func(c *Config) { c.L1AssetRouter = common.Address{} },
		"no base token":      func(c *Config) { c.BaseToken = common.Address{} },
		"longer than 31":     func(c *Config) { c.BaseTokenName = strings.Repeat("n", 32) },
		"above the maximum":  func(c *Config) { c.GasPerPubdata = c.Chain.MaxGasPerPubdata + 1 },
		"not positive":       func(c *Config) { c.Prefund = map[common.Address]*hexutil.Big{{1}: wei(0)} },
		"exceeds the supply": func(c *Config) { c.Prefund = map[common.Address]*hexutil.Big{{1}: supply, {2}: wei(1)} },
		"prefund of the con": func(c *Config) { c.Prefund = map[common.Address]*hexutil.Big{rollup.L2AssetRouterAddress: wei(1)} },
	} {
		c := testConfig()
		change(&c)
		if _, err := c.Alloc(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	c := testConfig()
	good, err := c.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("{}"))
	f.Add([]byte(`{"prefund":{"0x":null}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Decode(data)
		if err != nil {
			return
		}
		again, err := c.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Decode(again); err != nil || !reflect.DeepEqual(back, c) {
			t.Fatalf("%+v came back as %+v, %v", c, back, err)
		}
	})
}
