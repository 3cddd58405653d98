package artifacts

import (
	"testing"
)

// What the published packages viem (viem/zksync) and zksync-ethers 6.21 call on L1 and parse there, found by reading their
// actions and adapters. Signatures are the interface that must not change.
var sdkMethods = map[string][]string{
	"Bridgehub": {
		"baseToken(uint256)",
		"getHyperchain(uint256)",
		"getZKChain(uint256)",
		"sharedBridge()",
		"assetRouter()",
		"l2TransactionBaseCost(uint256,uint256,uint256,uint256)",
		"requestL2TransactionDirect((uint256,uint256,address,uint256,bytes,uint256,uint256,bytes[],address))",
		"requestL2TransactionTwoBridges((uint256,uint256,uint256,uint256,uint256,address,address,uint256,bytes))",
		"proveL2MessageInclusion(uint256,uint256,uint256,(uint16,address,bytes),bytes32[])",
		"proveL2LogInclusion(uint256,uint256,uint256,(uint8,bool,uint16,address,bytes32,bytes32),bytes32[])",
		"proveL1ToL2TransactionStatus(uint256,bytes32,uint256,uint256,uint16,bytes32[],uint8)",
	},
	"Chain": {
		"l2TransactionBaseCost(uint256,uint256,uint256)",
		"proveL2MessageInclusion(uint256,uint256,(uint16,address,bytes),bytes32[])",
		"storedBatchHash(uint256)",
		"l2LogsRootHash(uint256)",
		"getTotalBatchesExecuted()",
	},
	"L1AssetRouter": {
		"L1_NULLIFIER()",
		"nativeTokenVault()",
		"isWithdrawalFinalized(uint256,uint256,uint256)",
		"bridgeRecoverFailedTransfer(uint256,address,bytes32,bytes,bytes32,uint256,uint256,uint16,bytes32[])",
	},
	"L1Nullifier": {
		"finalizeDeposit((uint256,uint256,uint256,address,uint16,bytes,bytes32[]))",
		"isWithdrawalFinalized(uint256,uint256,uint256)",
	},
	"L1NativeTokenVault": {
		"assetId(address)",
		"tokenAddress(bytes32)",
	},
}

var sdkEvents = map[string][]string{
	"Chain": {
		"NewPriorityRequest(uint256,bytes32,uint64,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256," +
			"uint256[4],bytes,bytes,uint256[],bytes,bytes),bytes[])",
		"BlockCommit(uint256,bytes32,bytes32)",
		"BlocksVerification(uint256,uint256)",
		"BlockExecution(uint256,bytes32,bytes32)",
		"BlocksRevert(uint256,uint256,uint256)",
	},
}

func TestInterfaceOfTheSDKs(t *testing.T) {
	for name, signatures := range sdkMethods {
		parsed, _, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, m := range parsed.Methods {
			have[m.Sig] = true
		}
		for _, s := range signatures {
			if !have[s] {
				t.Errorf("%s has no method %s", name, s)
			}
		}
	}
	for name, signatures := range sdkEvents {
		parsed, _, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, e := range parsed.Events {
			have[e.Sig] = true
		}
		for _, s := range signatures {
			if !have[s] {
				t.Errorf("%s has no event %s", name, s)
			}
		}
	}
}
