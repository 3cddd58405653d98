// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {ChainAdmin} from "../../src/chain/ChainAdmin.sol";
import {ChainStorage} from "../../src/chain/ChainStorage.sol";
import {Executor} from "../../src/chain/Executor.sol";
import {PriorityMode} from "../../src/chain/PriorityMode.sol";
import {PriorityQueue} from "../../src/chain/PriorityQueue.sol";
import {DA_SCHEME_EMPTY} from "../../src/common/Constants.sol";
import {CommitBatchInfo, FeeParams, StoredBatchInfo} from "../../src/common/Types.sol";
import {IExecutor} from "../../src/interfaces/IExecutor.sol";
import {IPriorityMode} from "../../src/interfaces/IPriorityMode.sol";
import {UnprovenVerifier} from "../../src/verifier/UnprovenVerifier.sol";
import {Core} from "./Core.sol";
import {RefusingVerifier} from "./Settle.t.sol";
import {vm} from "./Vm.sol";

contract PriorityModeTest is Core {
    bytes32[] private none;

    /* Helpers */

    function activate() private {
        vm.prank(STRANGER);
        chain.activatePriorityMode();
    }

    /// @dev Two deposits, of which the first is overdue by now, and the mode.
    function overdue() private returns (bytes32[] memory ops) {
        ops = new bytes32[](2);
        ops[0] = deposit(1 ether);
        ops[1] = deposit(2 ether);
        vm.warp(block.timestamp + EXPIRATION + 1);
        activate();
    }

    function onlyOps(uint256 number, bytes32[] memory ops) private view returns (CommitBatchInfo memory b) {
        b = batch(number, ops);
        b.numberOfLayer2Txs = 0;
    }

    function proof(uint256 publicInput) private pure returns (uint256[] memory p) {
        p = new uint256[](1);
        p[0] = publicInput;
    }

    function settle(StoredBatchInfo memory previous, CommitBatchInfo memory b) private {
        uint256[] memory p = proof(input(previous, stored(b)));
        vm.prank(STRANGER, STRANGER);
        chain.settlePriorityBatches(previous, one(b), p);
    }

    function refused(StoredBatchInfo memory previous, CommitBatchInfo memory b, bytes4 reason) private {
        uint256[] memory p = proof(input(previous, stored(b)));
        expectError(reason);
        vm.prank(STRANGER, STRANGER);
        chain.settlePriorityBatches(previous, one(b), p);
    }

    function counts(uint256 committed, uint256 verified, uint256 executed) private view {
        eq(chain.getTotalBatchesCommitted(), committed);
        eq(chain.getTotalBatchesVerified(), verified);
        eq(chain.getTotalBatchesExecuted(), executed);
    }

    /* Activation */

    function test_refusesActivationTooEarly() public {
        deposit(1 ether);
        for (uint256 i = 0; i < 2; ++i) {
            vm.warp(NOW + i * EXPIRATION); // the last second still belongs to the operator
            expectError(PriorityMode.NothingOverdue.selector);
            activate();
        }
        yes(!chain.isPriorityMode(), "closed");
        vm.warp(NOW + EXPIRATION + 1);
        vm.expectEmit(address(chain));
        emit IPriorityMode.PriorityModeActivated(0, 0, STRANGER);
        activate();
        yes(chain.isPriorityMode(), "active");
    }

    function test_refusesActivationWithoutOperation() public {
        vm.warp(NOW + 1000 days);
        expectError(PriorityMode.NothingOverdue.selector);
        activate();
    }

    function test_refusesActivationAfterTheOperationWasExecuted() public {
        execute(proven(one(deposit(1 ether))));
        vm.warp(NOW + EXPIRATION + 1);
        expectError(PriorityMode.NothingOverdue.selector);
        activate();
    }

    function test_theOldestWaitingOperationCounts() public {
        bytes32 first = deposit(1 ether);
        vm.warp(NOW + 1 days);
        deposit(2 ether);
        execute(proven(one(first)));
        vm.warp(NOW + EXPIRATION + 1);
        expectError(PriorityMode.NothingOverdue.selector);
        activate();
        vm.warp(NOW + 1 days + EXPIRATION + 1);
        vm.expectEmit(address(chain));
        emit IPriorityMode.PriorityModeActivated(1, 1, STRANGER);
        activate();
    }

    function test_refusesActivationTwice() public {
        overdue();
        expectError(ChainStorage.PriorityModeIsActive.selector);
        activate();
    }

    function test_refusesActivationWhileFrozen() public {
        deposit(1 ether);
        vm.warp(NOW + EXPIRATION + 1);
        vm.prank(OWNER);
        manager.freezeChain(CHAIN_ID);
        expectError(ChainStorage.ChainIsFrozen.selector);
        activate();
    }

    function test_activationForgetsWhatIsNotExecuted() public {
        StoredBatchInfo memory first = proven(none);
        execute(first);
        bytes32 op = deposit(1 ether);
        StoredBatchInfo memory second = proven(one(op)); // proven, and too late
        commit(second, batch(3));
        vm.warp(NOW + EXPIRATION + 1);
        vm.expectEmit(address(chain));
        emit IPriorityMode.PriorityModeActivated(0, 1, STRANGER);
        vm.expectEmit(address(chain));
        emit IExecutor.BlocksRevert(1, 1, 1);
        activate();
        counts(1, 1, 1);
        eq(chain.storedBatchHash(2), 0);
        // The batch that was executed is where everything goes on.
        refused(second, onlyOps(2, one(op)), Executor.BatchNumberInvalid.selector);
        settle(first, onlyOps(2, one(op)));
        counts(2, 2, 2);
    }

    /* The operator */

    function test_operatorCanDoNothing() public {
        bytes32[] memory ops = overdue();
        CommitBatchInfo memory b = onlyOps(1, ops);
        StoredBatchInfo[] memory s = one(stored(b));
        uint256 right = input(last, stored(b));
        bytes[4] memory calls = [
            abi.encodeCall(timelock.commitBatchesSharedBridge, (address(chain), 1, 1, commitData(last, one(b)))),
            abi.encodeCall(timelock.proveBatchesSharedBridge, (address(chain), 1, 1, proveData(last, s, right))),
            abi.encodeCall(timelock.executeBatchesSharedBridge, (address(chain), 1, 1, executeData(s))),
            abi.encodeCall(timelock.revertBatchesSharedBridge, (address(chain), 0))
        ];
        for (uint256 i = 0; i < 4; ++i) {
            vm.prank(OPERATOR);
            (bool ok, bytes memory answer) = address(timelock).call(calls[i]);
            yes(!ok && bytes4(answer) == ChainStorage.PriorityModeIsActive.selector, "operator is out");
        }
        // Nor does another validator help.
        vm.prank(OWNER);
        manager.setValidator(CHAIN_ID, OPERATOR, true);
        expectError(ChainStorage.PriorityModeIsActive.selector);
        vm.prank(OPERATOR);
        chain.commitBatchesSharedBridge(address(chain), 1, 1, commitData(last, one(b)));
        // As one of all, the operator may settle what everybody may.
        uint256[] memory p = proof(right);
        vm.prank(OPERATOR, OPERATOR);
        chain.settlePriorityBatches(last, one(b), p);
        counts(1, 1, 1);
    }

    function test_adminCannotMoveTheGoalposts() public {
        overdue();
        FeeParams memory fees = feeParams();
        bytes[3] memory calls = [
            abi.encodeCall(chain.changeFeeParams, (fees)),
            abi.encodeCall(chain.setPriorityTxMaxGasLimit, (72_000_000)),
            abi.encodeCall(chain.setDAValidator, (address(validium)))
        ];
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(ADMIN);
            (bool ok, bytes memory answer) = address(chain).call(calls[i]);
            yes(!ok && bytes4(answer) == ChainStorage.PriorityModeIsActive.selector, "admin is out");
        }
    }

    /// @dev Otherwise whoever settles a batch with blocks of a form that nobody can guess would be the only one who has the state.
    function test_aValidiumsDataAreInTheCall() public {
        vm.prank(ADMIN);
        chain.setDAValidator(address(validium));
        bytes32[] memory ops = overdue();
        bytes memory pubdata = "more than thirty-two bytes of pubdata";
        CommitBatchInfo memory b = onlyOps(1, ops);
        b.daCommitmentScheme = DA_SCHEME_EMPTY;
        b.daCommitment = keccak256(pubdata);
        b.operatorDAInput = abi.encode(b.daCommitment); // as the operator commits it
        refused(last, b, PriorityMode.DataNotInCall.selector);
        b.operatorDAInput = bytes.concat(pubdata, hex"00");
        refused(last, b, PriorityMode.DataNotInCall.selector);
        b.operatorDAInput = pubdata;
        settle(last, b);
        counts(1, 1, 1);
    }

    function test_feesAndGasLimitHaveBounds() public {
        FeeParams[5] memory bad = [feeParams(), feeParams(), feeParams(), feeParams(), feeParams()];
        bad[0].minimalL2GasPrice = 100 gwei + 1;
        bad[1].batchOverheadL1Gas = 10_000_001;
        bad[2].maxL2GasPerBatch = 999_999;
        (bad[3].maxPubdataPerBatch, bad[3].priorityTxMaxPubdata) = (9_999, 9_999);
        bad[4].priorityTxMaxPubdata = bad[4].maxPubdataPerBatch + 1;
        for (uint256 i = 0; i < bad.length; ++i) {
            expectError(ChainAdmin.FeeParamsInvalid.selector);
            vm.prank(ADMIN);
            chain.changeFeeParams(bad[i]);
        }
        FeeParams memory extreme = FeeParams(feeParams().pubdataPricingMode, 10_000_000, 10_000, 1_000_000, 10_000, 100 gwei);
        vm.startPrank(ADMIN);
        chain.changeFeeParams(extreme);
        expectError(ChainAdmin.PriorityGasLimitInvalid.selector);
        chain.setPriorityTxMaxGasLimit(1_999_999);
        chain.setPriorityTxMaxGasLimit(2_000_000);
        vm.stopPrank();
    }

    /* Settlement */

    function test_refusesSettlementOutsideOfTheMode() public {
        bytes32[] memory ops = one(deposit(1 ether));
        refused(last, onlyOps(1, ops), ChainStorage.PriorityModeIsNotActive.selector);
        vm.warp(NOW + EXPIRATION + 1); // overdue alone is not enough
        refused(last, onlyOps(1, ops), ChainStorage.PriorityModeIsNotActive.selector);
    }

    function test_settlesAtOnce() public {
        bytes32[] memory ops = overdue();
        CommitBatchInfo memory b = onlyOps(1, ops);
        vm.expectEmit(address(chain));
        emit IExecutor.BlockCommit(1, b.newStateCommitment, stored(b).commitment);
        vm.expectEmit(address(chain));
        emit IExecutor.BlocksVerification(0, 1);
        vm.expectEmit(address(chain));
        emit IExecutor.BlockExecution(1, b.newStateCommitment, stored(b).commitment);
        settle(last, b);
        counts(1, 1, 1);
        eq(chain.getFirstUnprocessedPriorityTx(), 2);
        eq(chain.l2LogsRootHash(1), b.l2LogsTreeRoot);
        eq(chain.storedBatchHash(1), keccak256(abi.encode(stored(b))));
    }

    function test_settlesSeveralAndGoesOn() public {
        bytes32[] memory ops = overdue();
        CommitBatchInfo[] memory list = new CommitBatchInfo[](2);
        (list[0], list[1]) = (onlyOps(1, one(ops[0])), onlyOps(2, one(ops[1])));
        list[1].firstBlockTimestamp = list[0].lastBlockTimestamp;
        uint256 acc = input(last, stored(list[0]));
        acc = uint256(keccak256(abi.encodePacked(acc, input(stored(list[0]), stored(list[1]))))) % 2 ** 253;
        vm.prank(STRANGER, STRANGER);
        chain.settlePriorityBatches(last, list, proof(acc));
        counts(2, 2, 2);
        // What comes later does not have to be overdue.
        bytes32 third = deposit(3 ether);
        settle(stored(list[1]), onlyOps(3, one(third)));
        counts(3, 3, 3);
        eq(chain.getPriorityQueueSize(), 0);
    }

    function test_refusesL2Transactions() public {
        CommitBatchInfo memory b = onlyOps(1, overdue());
        b.numberOfLayer2Txs = 1;
        refused(last, b, PriorityMode.HoldsL2Transactions.selector);
    }

    function test_refusesBatchesWithoutOperation() public {
        overdue();
        refused(last, onlyOps(1, none), PriorityMode.HoldsNoPriorityOperation.selector);
    }

    function test_refusesUpgradeTransactions() public {
        CommitBatchInfo memory b = onlyOps(1, overdue());
        b.upgradeTxHash = keccak256("upgrade");
        refused(last, b, Executor.UpgradeTxMismatch.selector);
    }

    function test_refusesSkippedReorderedAndForeignOperations() public {
        bytes32[] memory ops = overdue();
        refused(last, onlyOps(1, one(ops[1])), Executor.PriorityOperationsMismatch.selector);
        refused(last, onlyOps(1, one(keccak256("made up"))), Executor.PriorityOperationsMismatch.selector);
        bytes32[] memory list = new bytes32[](2);
        (list[0], list[1]) = (ops[1], ops[0]);
        refused(last, onlyOps(1, list), Executor.PriorityOperationsMismatch.selector);
        (list[0], list[1]) = (ops[0], ops[0]);
        refused(last, onlyOps(1, list), Executor.PriorityOperationsMismatch.selector);
        list = new bytes32[](3);
        (list[0], list[1], list[2]) = (ops[0], ops[1], keccak256("one more"));
        refused(last, onlyOps(1, list), PriorityQueue.QueueIsEmpty.selector);
        counts(0, 0, 0);
        eq(chain.getFirstUnprocessedPriorityTx(), 0);
    }

    function test_refusesReplay() public {
        bytes32[] memory ops = overdue();
        StoredBatchInfo memory genesis_ = last;
        CommitBatchInfo memory b = onlyOps(1, one(ops[0]));
        settle(genesis_, b);
        refused(genesis_, b, Executor.BatchNumberInvalid.selector);
        b.batchNumber = 2;
        refused(stored(onlyOps(1, one(ops[0]))), b, Executor.PriorityOperationsMismatch.selector);
    }

    function test_refusesWrongPreviousState() public {
        bytes32[] memory ops = overdue();
        StoredBatchInfo memory other = last;
        other.batchHash = keccak256("other state");
        refused(other, onlyOps(1, ops), Executor.BatchHashMismatch.selector);
    }

    function test_refusesWhatTheVerifierRefuses() public {
        bytes32[] memory ops = overdue();
        CommitBatchInfo memory b = onlyOps(1, ops);
        uint256[] memory wrong = proof(input(last, stored(b)) ^ 1);
        expectError(UnprovenVerifier.PublicInputMismatch.selector);
        vm.prank(STRANGER, STRANGER);
        chain.settlePriorityBatches(last, one(b), wrong);
        vm.etch(chain.getVerifier(), address(new RefusingVerifier()).code);
        refused(last, b, Executor.ProofRefused.selector);
        counts(0, 0, 0);
    }

    function test_refusesAnUnprovenBatchOnRealNetworks() public {
        CommitBatchInfo memory b = onlyOps(1, overdue());
        vm.chainId(11155111);
        b.slChainId = 11155111;
        refused(last, b, UnprovenVerifier.NotADevelopmentChain.selector);
    }

    function test_refusesDataThatAreNotThere() public {
        CommitBatchInfo memory b = onlyOps(1, overdue());
        b.operatorDAInput = "something else";
        uint256[] memory p = proof(input(last, stored(b)));
        vm.expectRevert();
        vm.prank(STRANGER, STRANGER);
        chain.settlePriorityBatches(last, one(b), p);
    }

    function test_refusesNothing() public {
        overdue();
        expectError(Executor.BatchRangeInvalid.selector);
        vm.prank(STRANGER, STRANGER);
        chain.settlePriorityBatches(last, new CommitBatchInfo[](0), proof(0));
    }

    function test_refusesOtherBatchNumbers() public {
        bytes32[] memory ops = overdue();
        refused(last, onlyOps(2, ops), Executor.BatchNumberInvalid.selector);
        CommitBatchInfo memory old = onlyOps(1, ops);
        old.firstBlockTimestamp = uint64(block.timestamp - NOT_OLDER - 1);
        refused(last, old, Executor.BatchTooOld.selector);
    }

    function test_refusesSettlementWhileFrozen() public {
        bytes32[] memory ops = overdue();
        vm.prank(OWNER);
        manager.freezeChain(CHAIN_ID);
        refused(last, onlyOps(1, ops), ChainStorage.ChainIsFrozen.selector);
        vm.prank(OWNER);
        manager.unfreezeChain(CHAIN_ID);
        settle(last, onlyOps(1, ops));
    }

    /// @dev What cannot be read in a transaction would keep everybody else from settling the next batch.
    function test_refusesCallsThatCannotBeRead() public {
        CommitBatchInfo memory b = onlyOps(1, overdue());
        bytes memory call = abi.encodeCall(chain.settlePriorityBatches, (last, one(b), proof(input(last, stored(b)))));
        // From a contract, whatever the origin.
        Forwarder forwarder = new Forwarder();
        expectError(PriorityMode.CallNotReadable.selector);
        forwarder.forward(address(chain), call);
        vm.prank(STRANGER, USER);
        readable(call, false);
        // From an account that acts through code (EIP-7702).
        vm.etch(STRANGER, abi.encodePacked(hex"ef0100", address(this)));
        vm.prank(STRANGER, STRANGER);
        readable(call, false);
        vm.etch(STRANGER, "");
        // With other bytes that mean the same.
        vm.prank(STRANGER, STRANGER);
        readable(bytes.concat(call, hex"00"), false);
        vm.prank(STRANGER, STRANGER);
        readable(call, true);
        counts(1, 1, 1);
    }

    function readable(bytes memory call, bool want) private {
        (bool ok, bytes memory answer) = address(chain).call(call);
        yes(ok == want && (ok || bytes4(answer) == PriorityMode.CallNotReadable.selector), "readable");
    }

    /* The end */

    function test_whoEndsIt() public {
        bytes32[] memory ops = overdue();
        settle(last, onlyOps(1, ops));
        address[3] memory powerless = [ADMIN, OPERATOR, STRANGER];
        for (uint256 i = 0; i < 3; ++i) {
            expectError(OwnableUpgradeable.OwnableUnauthorizedAccount.selector);
            vm.prank(powerless[i]);
            manager.deactivatePriorityMode(CHAIN_ID);
            expectError(ChainStorage.Unauthorized.selector);
            vm.prank(powerless[i]);
            chain.deactivatePriorityMode();
        }
        vm.expectEmit(address(chain));
        emit IPriorityMode.PriorityModeDeactivated(1);
        vm.prank(OWNER);
        manager.deactivatePriorityMode(CHAIN_ID);
        yes(!chain.isPriorityMode(), "over");
    }

    function test_refusesTheEndWhileAnOperationIsOverdue() public {
        bytes32[] memory ops = overdue();
        expectError(Executor.PriorityOperationExpired.selector);
        vm.prank(OWNER);
        manager.deactivatePriorityMode(CHAIN_ID);
        settle(last, onlyOps(1, one(ops[0])));
        expectError(Executor.PriorityOperationExpired.selector);
        vm.prank(OWNER);
        manager.deactivatePriorityMode(CHAIN_ID);
    }

    function test_theEndDoesNotNeedAnEmptyQueue() public {
        settle(last, onlyOps(1, overdue()));
        deposit(1 ether); // somebody always sends one: that must not keep the mode open
        vm.prank(OWNER);
        manager.deactivatePriorityMode(CHAIN_ID);
    }

    function test_refusesTheEndOfNothing() public {
        expectError(ChainStorage.PriorityModeIsNotActive.selector);
        vm.prank(OWNER);
        manager.deactivatePriorityMode(CHAIN_ID);
    }

    function test_theOperatorGoesOnAfterTheEnd() public {
        CommitBatchInfo memory b = onlyOps(1, overdue());
        settle(last, b);
        vm.prank(OWNER);
        manager.deactivatePriorityMode(CHAIN_ID);
        last = stored(b);
        bytes32 op = deposit(1 ether);
        execute(proven(one(op)));
        counts(2, 2, 2);
        refused(last, onlyOps(3, none), ChainStorage.PriorityModeIsNotActive.selector);
        // And it can happen again.
        deposit(1 ether);
        vm.warp(block.timestamp + EXPIRATION + 1);
        activate();
    }
}

contract Forwarder {
    function forward(address to, bytes calldata data) external {
        (bool ok, bytes memory answer) = to.call(data);
        if (!ok) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
    }
}
