package operator

import (
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
)

// The part of the contracts' ABI that settlement uses. data of the four operator calls is version byte 0x01 and the ABI encoding of the arguments of the
// function of the same name in argumentsJSON, which no contract has.
const contractJSON = `[
{"type":"function","name":"commitBatchesSharedBridge","inputs":[{"name":"chain","type":"address"},{"name":"from","type":"uint256"},{"name":"to","type":"uint256"},{"name":"data","type":"bytes"}]},
{"type":"function","name":"proveBatchesSharedBridge","inputs":[{"name":"chain","type":"address"},{"name":"from","type":"uint256"},{"name":"to","type":"uint256"},{"name":"data","type":"bytes"}]},
{"type":"function","name":"executeBatchesSharedBridge","inputs":[{"name":"chain","type":"address"},{"name":"from","type":"uint256"},{"name":"to","type":"uint256"},{"name":"data","type":"bytes"}]},
{"type":"function","name":"revertBatchesSharedBridge","inputs":[{"name":"chain","type":"address"},{"name":"newLastBatch","type":"uint256"}]},
{"type":"function","name":"getTotalBatchesCommitted","stateMutability":"view","inputs":[],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"getTotalBatchesVerified","stateMutability":"view","inputs":[],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"getTotalBatchesExecuted","stateMutability":"view","inputs":[],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"getTotalPriorityTxs","stateMutability":"view","inputs":[],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"getChainId","stateMutability":"view","inputs":[],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"chainConfigHash","stateMutability":"view","inputs":[],"outputs":[{"type":"bytes32"}]},
{"type":"function","name":"storedBatchHash","stateMutability":"view","inputs":[{"name":"batchNumber","type":"uint256"}],"outputs":[{"type":"bytes32"}]},
{"type":"function","name":"executionDelay","stateMutability":"view","inputs":[],"outputs":[{"type":"uint32"}]},
{"type":"function","name":"getCommittedBatchTimestamp","stateMutability":"view","inputs":[{"name":"chain","type":"address"},{"name":"batchNumber","type":"uint256"}],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"isPriorityMode","stateMutability":"view","inputs":[],"outputs":[{"type":"bool"}]},
{"type":"function","name":"getFirstUnprocessedPriorityTx","stateMutability":"view","inputs":[],"outputs":[{"type":"uint256"}]},
{"type":"function","name":"getPriorityTxExpiration","stateMutability":"view","inputs":[{"name":"id","type":"uint256"}],"outputs":[{"type":"uint64"}]},
{"type":"function","name":"activatePriorityMode","inputs":[],"outputs":[]},
{"type":"event","name":"BlockCommit","inputs":[{"name":"batchNumber","type":"uint256","indexed":true},{"name":"batchHash","type":"bytes32","indexed":true},{"name":"commitment","type":"bytes32","indexed":true}]},
{"type":"event","name":"BlocksVerification","inputs":[{"name":"previousLastVerifiedBatch","type":"uint256","indexed":true},{"name":"currentLastVerifiedBatch","type":"uint256","indexed":true}]},
{"type":"event","name":"BlockExecution","inputs":[{"name":"batchNumber","type":"uint256","indexed":true},{"name":"batchHash","type":"bytes32","indexed":true},{"name":"commitment","type":"bytes32","indexed":true}]},
{"type":"event","name":"BlocksRevert","inputs":[{"name":"totalBatchesCommitted","type":"uint256"},{"name":"totalBatchesVerified","type":"uint256"},{"name":"totalBatchesExecuted","type":"uint256"}]},
{"type":"event","name":"NewPriorityRequest","inputs":[{"name":"txId","type":"uint256"},{"name":"txHash","type":"bytes32"},{"name":"expirationTimestamp","type":"uint64"},
 {"name":"transaction","type":"tuple","components":[{"name":"txType","type":"uint256"},{"name":"from","type":"uint256"},{"name":"to","type":"uint256"},{"name":"gasLimit","type":"uint256"},
  {"name":"gasPerPubdataByteLimit","type":"uint256"},{"name":"maxFeePerGas","type":"uint256"},{"name":"maxPriorityFeePerGas","type":"uint256"},{"name":"paymaster","type":"uint256"},
  {"name":"nonce","type":"uint256"},{"name":"value","type":"uint256"},{"name":"reserved","type":"uint256[4]"},{"name":"data","type":"bytes"},{"name":"signature","type":"bytes"},
  {"name":"factoryDeps","type":"uint256[]"},{"name":"paymasterInput","type":"bytes"},{"name":"reservedDynamic","type":"bytes"}]},
 {"name":"factoryDeps","type":"bytes[]"}]}
]`

const storedJSON = `{"name":"stored","type":"tuple%s","components":[{"name":"batchNumber","type":"uint64"},{"name":"batchHash","type":"bytes32"},
{"name":"indexRepeatedStorageChanges","type":"uint64"},{"name":"numberOfLayer1Txs","type":"uint256"},{"name":"priorityOperationsHash","type":"bytes32"},
{"name":"dependencyRootsRollingHash","type":"bytes32"},{"name":"l2LogsTreeRoot","type":"bytes32"},{"name":"timestamp","type":"uint256"},{"name":"commitment","type":"bytes32"}]}`

const commitInfoJSON = `{"name":"batches","type":"tuple[]","components":[{"name":"batchNumber","type":"uint64"},{"name":"newStateCommitment","type":"bytes32"},
{"name":"numberOfLayer1Txs","type":"uint256"},{"name":"numberOfLayer2Txs","type":"uint256"},{"name":"priorityOperationsHash","type":"bytes32"},
{"name":"dependencyRootsRollingHash","type":"bytes32"},{"name":"l2LogsTreeRoot","type":"bytes32"},{"name":"daCommitmentScheme","type":"uint8"},
{"name":"daCommitment","type":"bytes32"},{"name":"firstBlockTimestamp","type":"uint64"},{"name":"firstBlockNumber","type":"uint64"},{"name":"lastBlockTimestamp","type":"uint64"},
{"name":"lastBlockNumber","type":"uint64"},{"name":"chainId","type":"uint256"},{"name":"operatorDAInput","type":"bytes"},{"name":"slChainId","type":"uint256"},{"name":"upgradeTxHash","type":"bytes32"}]}`

func mustParse(json string) abi.ABI {
	parsed, err := abi.JSON(strings.NewReader(json))
	if err != nil {
		panic(err) // constant
	}
	return parsed
}

func function(name string, inputs ...string) string {
	return `{"type":"function","name":"` + name + `","inputs":[` + strings.Join(inputs, ",") + `]}`
}

var (
	stored     = strings.Replace(storedJSON, "%s", "", 1)
	storedList = strings.Replace(storedJSON, "%s", "[]", 1)

	contract  = mustParse(contractJSON)
	arguments = mustParse("[" + function(commitCall, stored, commitInfoJSON) + "," +
		function(proveCall, stored, storedList, `{"name":"proof","type":"uint256[]"}`) + "," + function(executeCall, storedList) + "]")

	// permissionless is the call of the chain contract that everybody may make in priority mode.
	permissionless = mustParse("[" + function(settleCall, stored, commitInfoJSON, `{"name":"proof","type":"uint256[]"}`) + "]")
)

// Names of the operator calls.
const (
	commitCall  = "commitBatchesSharedBridge"
	proveCall   = "proveBatchesSharedBridge"
	executeCall = "executeBatchesSharedBridge"
	revertCall  = "revertBatchesSharedBridge"

	activateCall = "activatePriorityMode"
	settleCall   = "settlePriorityBatches"
)
