package fees

import (
	"math"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/holiman/uint256"
)

// calldataGasPerByte is 4 tokens of 10 gas: EIP-7623's floor for a byte that is not zero.
const calldataGasPerByte = 40

// maxWei bounds every intermediate price; real prices are far below, and products with it stay below 2^256.
var maxWei = new(uint256.Int).Lsh(uint256.NewInt(1), 160)

// PubdataCost is c of the package comment: wei that one pubdata byte costs on L1, margin included.
func PubdataCost(c *Config, l1 *L1Prices) *uint256.Int {
	cost := new(uint256.Int)
	switch c.DAScheme {
	case rollup.DABlobs:
		cost.Mul(clamp(&l1.BlobBaseFee), uint256.NewInt(rollup.BlobSize))
		cost = ceilDiv(cost, uint256.NewInt(rollup.BlobPayload))
	case rollup.DACalldata:
		cost.Mul(clamp(&l1.BaseFee), uint256.NewInt(calldataGasPerByte))
	}
	cost.Mul(cost, uint256.NewInt(100+c.MarginPercent))
	return ceilDiv(cost, uint256.NewInt(100))
}

// gasPerByte is how much gas pays cost at baseFee, within the cap.
func gasPerByte(c *Config, cost, baseFee *uint256.Int) uint64 {
	return min(saturate(ceilDiv(cost, baseFee)), c.MaxGasPerPubdata)
}

// baseFeeTarget is the base fee at which demand is met and gasPerPubdata can stay below its cap.
func baseFeeTarget(c *Config, cost, demand *uint256.Int) *uint256.Int {
	if c.MaxGasPerPubdata == 0 {
		return demand
	}
	return maxOf(demand, ceilDiv(cost, uint256.NewInt(c.MaxGasPerPubdata)))
}

// Target is where the prices go while L1 prices stay as they are and nobody uses the chain.
func Target(c *Config, l1 *L1Prices) Prices {
	cost := PubdataCost(c, l1)
	base := baseFeeTarget(c, cost, uint256.NewInt(c.MinBaseFee))
	return Prices{BaseFee: *base, GasPerPubdata: gasPerByte(c, cost, base)}
}

// Next is the prices of the block after parent. Without an L1 sample (nil) gasPerPubdata stays as it is; from zero it goes to its target at once.
func Next(c *Config, parent *Parent, l1 *L1Prices) Prices {
	demand := uint256.NewInt(c.MinBaseFee)
	if c.Elastic {
		demand = elastic(c, parent)
	}
	if l1 == nil {
		base := maxOf(demand, step(clamp(&parent.BaseFee), demand, c.MaxStep))
		return Prices{BaseFee: *base, GasPerPubdata: min(parent.GasPerPubdata, c.MaxGasPerPubdata)}
	}
	cost := PubdataCost(c, l1)
	base := maxOf(demand, step(clamp(&parent.BaseFee), baseFeeTarget(c, cost, demand), c.MaxStep))
	perByte := gasPerByte(c, cost, base)
	if parent.GasPerPubdata != 0 {
		moved := step(uint256.NewInt(parent.GasPerPubdata), uint256.NewInt(perByte), c.MaxStep)
		perByte = min(moved.Uint64(), c.MaxGasPerPubdata)
	}
	return Prices{BaseFee: *base, GasPerPubdata: perByte}
}

// elastic is EIP-1559's update with the policy's target and step.
func elastic(c *Config, parent *Parent) *uint256.Int {
	target := c.TargetGas
	if target == 0 {
		target = max(parent.GasLimit/2, 1)
	}
	base := maxOf(clamp(&parent.BaseFee), uint256.NewInt(c.MinBaseFee))
	off := func(gas uint64) *uint256.Int {
		d := new(uint256.Int).Mul(base, uint256.NewInt(min(gas, target)))
		return d.Div(d.Div(d, uint256.NewInt(target)), uint256.NewInt(c.ElasticStep))
	}
	switch {
	case parent.GasUsed > target:
		return base.Add(base, maxOf(off(parent.GasUsed-target), uint256.NewInt(1)))
	case parent.GasUsed < target:
		return maxOf(base.Sub(base, off(target-parent.GasUsed)), uint256.NewInt(c.MinBaseFee))
	}
	return base
}

// step moves from towards to by at most from/parts, and by at least one unit while they differ.
func step(from, to *uint256.Int, parts uint64) *uint256.Int {
	most := new(uint256.Int).Div(from, uint256.NewInt(parts))
	most = maxOf(most, uint256.NewInt(1))
	if to.Gt(from) {
		if gap := new(uint256.Int).Sub(to, from); gap.Lt(most) {
			most = gap
		}
		return most.Add(from, most)
	}
	if gap := new(uint256.Int).Sub(from, to); gap.Lt(most) {
		most = gap
	}
	return most.Sub(from, most)
}

func ceilDiv(a, b *uint256.Int) *uint256.Int {
	q, r := new(uint256.Int).DivMod(a, b, new(uint256.Int))
	if !r.IsZero() {
		q.AddUint64(q, 1)
	}
	return q
}

func maxOf(a, b *uint256.Int) *uint256.Int {
	if a.Lt(b) {
		return new(uint256.Int).Set(b)
	}
	return new(uint256.Int).Set(a)
}

func clamp(a *uint256.Int) *uint256.Int {
	if a.Gt(maxWei) {
		return new(uint256.Int).Set(maxWei)
	}
	return new(uint256.Int).Set(a)
}

func saturate(a *uint256.Int) uint64 {
	if !a.IsUint64() {
		return math.MaxUint64
	}
	return a.Uint64()
}
