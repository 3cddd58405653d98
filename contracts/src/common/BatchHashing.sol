// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PUBLIC_INPUT_MASK} from "./Constants.sol";
import {ChainConfig, CommitBatchInfo, L2CanonicalTransaction, StoredBatchInfo} from "./Types.sol";

/// @title Hashes of docs/spec.md section 6
/// @notice The same functions exist in Go (package rollup); test/vectors/batch.json holds the two together.
library BatchHashing {
    uint256 private constant CHAIN_CONFIG_VERSION = 1;

    function storedBatchHash(StoredBatchInfo memory batch) internal pure returns (bytes32) {
        return keccak256(abi.encode(batch));
    }

    /// @notice batchOutputHash. The settlement chain is where this code runs, `slChainId` was compared with it.
    function batchOutputHash(CommitBatchInfo memory batch) internal pure returns (bytes32) {
        // Two pieces, because twelve words at once are too deep for the stack of the compiler.
        bytes memory head = abi.encode(
            batch.chainId,
            uint256(batch.firstBlockTimestamp),
            uint256(batch.lastBlockTimestamp),
            uint256(batch.daCommitmentScheme),
            batch.daCommitment,
            batch.numberOfLayer1Txs
        );
        bytes memory tail = abi.encode(
            batch.numberOfLayer2Txs,
            batch.priorityOperationsHash,
            batch.l2LogsTreeRoot,
            batch.upgradeTxHash,
            batch.dependencyRootsRollingHash,
            batch.slChainId
        );
        return keccak256(bytes.concat(head, tail));
    }

    function chainConfigHash(uint256 chainId, ChainConfig memory c) internal pure returns (bytes32) {
        return keccak256(abi.encode(CHAIN_CONFIG_VERSION, chainId, c.fork, c.blockGasLimit, c.maxGasPerPubdata));
    }

    /// @notice Public input of the proof of one batch.
    function publicInput(bytes32 stateBefore, bytes32 stateAfter, bytes32 configHash, bytes32 outputHash)
        internal
        pure
        returns (uint256)
    {
        return uint256(keccak256(abi.encode(stateBefore, stateAfter, configHash, outputHash))) & PUBLIC_INPUT_MASK;
    }

    /// @notice Public input of a proof of several batches, `next` added to `acc`.
    function accumulate(uint256 acc, uint256 next) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(acc, next))) & PUBLIC_INPUT_MASK;
    }

    /// @notice Rolling hash over priority operations, `operation` added to `acc`. It starts with EMPTY_HASH.
    function rollPriorityOperation(bytes32 acc, bytes32 operation) internal pure returns (bytes32) {
        return keccak256(abi.encode(acc, operation));
    }

    function canonicalTxHash(L2CanonicalTransaction memory transaction) internal pure returns (bytes32) {
        return keccak256(abi.encode(transaction));
    }
}
