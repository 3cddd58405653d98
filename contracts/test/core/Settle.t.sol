// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChainStorage} from "../../src/chain/ChainStorage.sol";
import {Executor} from "../../src/chain/Executor.sol";
import {PriorityQueue} from "../../src/chain/PriorityQueue.sol";
import {CommitBatchInfo, StoredBatchInfo} from "../../src/common/Types.sol";
import {IExecutor} from "../../src/interfaces/IExecutor.sol";
import {UnprovenVerifier} from "../../src/verifier/UnprovenVerifier.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

contract SettleTest is Core {
    bytes32[] private none;

    /* Prove */

    function test_refusesProofOfWhatIsNotCommitted() public {
        bytes memory data = proveData(last, one(stored(batch(1))), 1);
        expectError(Executor.NotCommitted.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesWrongPublicInput() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        StoredBatchInfo memory s = stored(b);
        uint256 right = input(last, s);
        uint256[3] memory wrong = [right ^ 1, right | (1 << 253), 0];
        for (uint256 i = 0; i < wrong.length; ++i) {
            bytes memory data = proveData(last, one(s), wrong[i]);
            expectError(UnprovenVerifier.PublicInputMismatch.selector);
            vm.prank(OPERATOR);
            timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
        }
        eq(chain.getTotalBatchesVerified(), 0);
    }

    function test_refusesWrongPreviousState() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        StoredBatchInfo memory other = last;
        other.batchHash = keccak256("other");
        bytes memory data = proveData(other, one(stored(b)), input(other, stored(b)));
        expectError(Executor.BatchHashMismatch.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesOtherBatchThanTheCommitted() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        StoredBatchInfo memory other = stored(b);
        other.batchHash = keccak256("other");
        bytes memory data = proveData(last, one(other), input(last, other));
        expectError(Executor.BatchHashMismatch.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesProofTwiceOrOutOfOrder() public {
        StoredBatchInfo memory genesis_ = last;
        StoredBatchInfo memory first = proven(none);
        bytes memory data = proveData(genesis_, one(first), input(genesis_, first));
        expectError(Executor.BatchNumberInvalid.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);

        commit(first, batch(2));
        StoredBatchInfo memory second = stored(batch(2));
        commit(second, batch(3));
        StoredBatchInfo memory third = stored(batch(3));
        data = proveData(second, one(third), input(second, third));
        expectError(Executor.BatchNumberInvalid.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 3, 3, data);
    }

    function test_refusesVersionWithoutVerifier() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        // A registry that knows nothing, in place of the real one.
        bytes memory code = address(new EmptyRegistry()).code;
        vm.etch(address(registry), code);
        bytes memory data = proveData(last, one(stored(b)), input(last, stored(b)));
        expectError(Executor.NoVerifier.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesWhatTheVerifierRefuses() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        vm.etch(chain.getVerifier(), address(new RefusingVerifier()).code);
        bytes memory data = proveData(last, one(stored(b)), input(last, stored(b)));
        expectError(Executor.ProofRefused.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_provesSeveralAtOnce() public {
        StoredBatchInfo[] memory list = new StoredBatchInfo[](3);
        StoredBatchInfo memory previous = last;
        uint256 acc;
        for (uint256 i = 0; i < 3; ++i) {
            CommitBatchInfo memory b = batch(i + 1);
            commit(previous, b);
            list[i] = stored(b);
            uint256 next = input(previous, list[i]);
            acc = i == 0 ? next : uint256(keccak256(abi.encodePacked(acc, next))) % 2 ** 253;
            previous = list[i];
        }
        bytes memory data = proveData(last, list, acc ^ 1);
        expectError(UnprovenVerifier.PublicInputMismatch.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 3, data);

        data = proveData(last, list, acc);
        vm.expectEmit(chain.getVerifier());
        emit UnprovenVerifier.UnprovenBatchAccepted(address(chain), acc);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 3, data);
        eq(chain.getTotalBatchesVerified(), 3);
    }

    /* Execute */

    function test_refusesExecutionOfWhatIsNotProven() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        bytes memory data = executeData(one(stored(b)));
        expectError(Executor.NotVerified.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesExecutionTwice() public {
        StoredBatchInfo memory s = proven(none);
        execute(s);
        bytes memory data = executeData(one(s));
        expectError(Executor.BatchNumberInvalid.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesExecutionOfAnotherBatch() public {
        StoredBatchInfo memory s = proven(none);
        s.l2LogsTreeRoot = keccak256("forged logs");
        bytes memory data = executeData(one(s));
        expectError(Executor.BatchHashMismatch.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
        eq(chain.l2LogsRootHash(1), 0);
    }

    function test_refusesSkippedPriorityOperation() public {
        deposit(1);
        bytes32 second = deposit(2);
        StoredBatchInfo memory s = proven(one(second));
        bytes memory data = executeData(one(s));
        expectError(Executor.PriorityOperationsMismatch.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
        eq(chain.getPriorityQueueSize(), 2);
    }

    function test_refusesReorderedPriorityOperations() public {
        bytes32[] memory ops = new bytes32[](2);
        (ops[1], ops[0]) = (deposit(1), deposit(2));
        StoredBatchInfo memory s = proven(ops);
        bytes memory data = executeData(one(s));
        expectError(Executor.PriorityOperationsMismatch.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesInventedPriorityOperation() public {
        StoredBatchInfo memory s = proven(one(keccak256("invented")));
        bytes memory data = executeData(one(s));
        expectError(PriorityQueue.QueueIsEmpty.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesRepeatedPriorityOperation() public {
        bytes32 op = deposit(1);
        execute(proven(one(op)));
        deposit(1);
        StoredBatchInfo memory s = proven(one(op));
        bytes memory data = executeData(one(s));
        expectError(Executor.PriorityOperationsMismatch.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 2, 2, data);
    }

    function test_refusesToPassOverAnExpiredOperation() public {
        bytes32 op = deposit(1);
        vm.warp(NOW + EXPIRATION + 1);
        StoredBatchInfo memory s = proven(none);
        bytes memory data = executeData(one(s));
        expectError(Executor.PriorityOperationExpired.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);

        // A batch with the operation behind it does not help: its place was in this one.
        StoredBatchInfo[] memory both = new StoredBatchInfo[](2);
        (both[0], both[1]) = (s, proven(one(op)));
        data = executeData(both);
        expectError(Executor.PriorityOperationExpired.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 2, data);
    }

    /// @dev An operator that was away executes what was made before, and works off the overdue operations batch by batch.
    function test_goesOnAfterALongAbsence() public {
        StoredBatchInfo memory before = proven(none);
        bytes32 first = deposit(1);
        deposit(2);
        vm.warp(NOW + EXPIRATION + 1);
        execute(before);
        execute(proven(one(first)));
        eq(chain.getTotalBatchesExecuted(), 2);
        eq(chain.getFirstUnprocessedPriorityTx(), 1);
    }

    function test_executesWithPriorityOperations() public {
        bytes32[] memory ops = new bytes32[](3);
        (ops[0], ops[1], ops[2]) = (deposit(1), deposit(2), deposit(3));
        eq(chain.getPriorityTxHash(1), ops[1]);
        StoredBatchInfo memory s = proven(ops);
        deposit(4);

        bytes memory data = executeData(one(s));
        vm.expectEmit(address(chain));
        emit IExecutor.BlockExecution(1, s.batchHash, s.commitment);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);

        eq(chain.getFirstUnprocessedPriorityTx(), 3);
        eq(chain.getPriorityQueueSize(), 1);
        eq(chain.getTotalPriorityTxs(), 4);
        eq(chain.getPriorityTxHash(1), 0);
        eq(chain.l2LogsRootHash(1), s.l2LogsTreeRoot);
        eq(root.chainRoot(CHAIN_ID), keccak256(abi.encode(bytes32(0), uint256(1), s.l2LogsTreeRoot)));
        eq(root.aggregatedRoot(), keccak256(abi.encode(CHAIN_ID, root.chainRoot(CHAIN_ID))));
    }

    /* Revert */

    function test_refusesRevertOfExecutedBatches() public {
        execute(proven(none));
        expectError(Executor.RevertOfExecutedBatch.selector);
        vm.prank(OPERATOR);
        timelock.revertBatchesSharedBridge(address(chain), 0);
    }

    function test_refusesRevertOfNothing() public {
        commit(last, batch(1));
        for (uint256 target = 1; target < 3; ++target) {
            expectError(Executor.RevertOfNothing.selector);
            vm.prank(OPERATOR);
            timelock.revertBatchesSharedBridge(address(chain), target);
        }
    }

    function test_revertsProvenAndCommittedBatches() public {
        StoredBatchInfo memory first = proven(none);
        execute(first);
        proven(none);
        commit(last, batch(3));

        vm.expectEmit(address(chain));
        emit IExecutor.BlocksRevert(1, 1, 1);
        revertTo(1);
        eq(chain.getTotalBatchesCommitted(), 1);
        eq(chain.getTotalBatchesVerified(), 1);
        eq(chain.storedBatchHash(2), 0);

        // Another batch takes the place; the forgotten one cannot be proven.
        StoredBatchInfo memory old = last;
        CommitBatchInfo memory other = batch(2);
        other.newStateCommitment = keccak256("other history");
        commit(first, other);
        bytes memory data = proveData(first, one(old), input(first, old));
        expectError(Executor.BatchHashMismatch.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 2, 2, data);
        prove(first, stored(other));
        execute(stored(other));
    }

    function test_revertIsPossibleWhileFrozen() public {
        commit(last, batch(1));
        vm.prank(OWNER);
        manager.freezeChain(CHAIN_ID);
        revertTo(0);
        eq(chain.getTotalBatchesCommitted(), 0);
    }

    function test_proveAndExecuteAreRefusedWhileFrozen() public {
        commit(last, batch(1));
        StoredBatchInfo memory s = stored(batch(1));
        bytes memory proof = proveData(last, one(s), input(last, s));
        vm.prank(OWNER);
        manager.freezeChain(CHAIN_ID);
        expectError(ChainStorage.ChainIsFrozen.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, proof);
        bytes memory data = executeData(one(s));
        expectError(ChainStorage.ChainIsFrozen.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
    }
}

contract EmptyRegistry {
    function verifierOf(uint256) external pure returns (address) {
        return address(0);
    }
}

contract RefusingVerifier {
    function verify(uint256, uint256[] calldata) external pure returns (bool) {
        return false;
    }
}
