package artifacts_test

import (
	"testing"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
)

// sdkCalls is every contract function that viem/zksync and zksync-ethers call, docs/sdk-calls.md, with the outputs they decode.
var sdkCalls = map[string][]string{
	"Bridgehub": {
		"baseToken(uint256)->address",
		"getZKChain(uint256)->address",
		"l2TransactionBaseCost(uint256,uint256,uint256,uint256)->uint256",
		"requestL2TransactionDirect((uint256,uint256,address,uint256,bytes,uint256,uint256,bytes[],address))->bytes32",
		"requestL2TransactionTwoBridges((uint256,uint256,uint256,uint256,uint256,address,address,uint256,bytes))->bytes32",
	},
	"L1AssetRouter": {
		"L1_NULLIFIER()->address",
		"nativeTokenVault()->address",
		"isWithdrawalFinalized(uint256,uint256,uint256)->bool",
		"l2BridgeAddress(uint256)->address",
		"bridgeRecoverFailedTransfer(uint256,address,bytes32,bytes,bytes32,uint256,uint256,uint16,bytes32[])->",
	},
	"L1Nullifier": {
		"finalizeDeposit((uint256,uint256,uint256,address,uint16,bytes,bytes32[]))->",
		"isWithdrawalFinalized(uint256,uint256,uint256)->bool",
	},
	"L1NativeTokenVault": {
		"assetId(address)->bytes32",
		"tokenAddress(bytes32)->address",
	},
	"L2AssetRouter": {
		"L1_ASSET_ROUTER()->address",
		"l1SharedBridge()->address",
		"l1TokenAddress(address)->address",
		"l2TokenAddress(address)->address",
		"withdraw(address,address,uint256)->",
		"withdraw(bytes32,bytes)->bytes32",
		"finalizeDeposit(address,address,address,uint256,bytes)->",
		"finalizeDeposit(uint256,bytes32,bytes)->",
	},
	"L2NativeTokenVault": {
		"BASE_TOKEN_ASSET_ID()->bytes32",
		"L1_CHAIN_ID()->uint256",
		"assetId(address)->bytes32",
		"originChainId(bytes32)->uint256",
	},
	"L2BaseToken": {"withdraw(address)->"},
}

var sdkEvents = map[string][]string{
	"L1Messenger": {"L1MessageSent(address,bytes32,bytes)"},
	"Chain": {"NewPriorityRequest(uint256,bytes32,uint64,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256," +
		"uint256[4],bytes,bytes,uint256[],bytes,bytes),bytes[])"},
}

func TestSDKCallsExist(t *testing.T) {
	for name, calls := range sdkCalls {
		parsed, _, err := artifacts.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, m := range parsed.Methods {
			outputs := ""
			for i, o := range m.Outputs {
				if i > 0 {
					outputs += ","
				}
				outputs += o.Type.String()
			}
			have[m.Sig+"->"+outputs] = true
		}
		for _, call := range calls {
			if !have[call] {
				t.Errorf("%s has no %s", name, call)
			}
		}
	}
}

func TestSDKEventsExist(t *testing.T) {
	for name, events := range sdkEvents {
		parsed, _, err := artifacts.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, e := range parsed.Events {
			have[e.Sig] = true
		}
		for _, e := range events {
			if !have[e] {
				t.Errorf("%s has no event %s", name, e)
			}
		}
	}
}
