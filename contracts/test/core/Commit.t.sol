// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChainStorage} from "../../src/chain/ChainStorage.sol";
import {Executor} from "../../src/chain/Executor.sol";
import {CommitBatchInfo, StoredBatchInfo} from "../../src/common/Types.sol";
import {CalldataL1DAValidator} from "../../src/da/CalldataL1DAValidator.sol";
import {IExecutor} from "../../src/interfaces/IExecutor.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

contract CommitTest is Core {
    function refused(CommitBatchInfo memory b, bytes4 reason) private {
        bytes memory data = commitData(last, one(b));
        expectError(reason);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 1, data);
        eq(chain.getTotalBatchesCommitted(), 0);
    }

    function test_refusesWrongNumber() public {
        CommitBatchInfo memory b = batch(1);
        b.batchNumber = 0;
        refused(b, Executor.BatchNumberInvalid.selector);
        refused(batch(2), Executor.BatchNumberInvalid.selector);
    }

    function test_refusesWrongRange() public {
        bytes memory data = commitData(last, one(batch(1)));
        uint256[2][4] memory ranges = [[uint256(1), 2], [uint256(2), 1], [uint256(0), 1], [uint256(1), 0]];
        for (uint256 i = 0; i < ranges.length; ++i) {
            expectError(Executor.BatchRangeInvalid.selector);
            vm.prank(OPERATOR);
            timelock.commitBatchesSharedBridge(address(chain), ranges[i][0], ranges[i][1], data);
        }
        expectError(Executor.BatchNumberInvalid.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 2, 2, data);
    }

    function test_refusesEmptyList() public {
        bytes memory data = commitData(last, new CommitBatchInfo[](0));
        expectError(Executor.BatchRangeInvalid.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 0, data);
    }

    function test_refusesWrongPreviousBatch() public {
        last.batchHash = keccak256("another genesis");
        refused(batch(1), Executor.BatchHashMismatch.selector);
    }

    function test_refusesReplay() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        bytes memory data = commitData(last, one(b));
        expectError(Executor.BatchNumberInvalid.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_refusesOtherChains() public {
        CommitBatchInfo memory b = batch(1);
        b.chainId = CHAIN_ID + 1;
        refused(b, Executor.ChainIdMismatch.selector);
        b = batch(1);
        b.slChainId = 1;
        refused(b, Executor.SettlementChainIdMismatch.selector);
    }

    function test_refusesOtherDAScheme() public {
        CommitBatchInfo memory b = batch(1);
        b.daCommitmentScheme = 4;
        refused(b, Executor.DASchemeMismatch.selector);
    }

    function test_refusesForgedData() public {
        CommitBatchInfo memory b = batch(1);
        b.operatorDAInput = "other data";
        refused(b, CalldataL1DAValidator.CommitmentMismatch.selector);
    }

    function test_refusesTimestampsOutsideOfTheWindow() public {
        CommitBatchInfo memory b = batch(1);
        b.firstBlockTimestamp = uint64(NOW - NOT_OLDER - 1);
        refused(b, Executor.BatchTooOld.selector);
        b = batch(1);
        b.lastBlockTimestamp = uint64(NOW + 1 hours + 1);
        refused(b, Executor.BatchInFuture.selector);
        b = batch(1);
        b.firstBlockTimestamp = b.lastBlockTimestamp + 1;
        refused(b, Executor.TimestampsDecrease.selector);
    }

    function test_refusesBlocksInDisorder() public {
        CommitBatchInfo memory b = batch(1);
        b.firstBlockNumber = b.lastBlockNumber + 1;
        refused(b, Executor.BlockRangeInvalid.selector);
    }

    function test_refusesUpgradeThatNobodyOrdered() public {
        CommitBatchInfo memory b = batch(1);
        b.upgradeTxHash = keccak256("upgrade");
        refused(b, Executor.UpgradeTxMismatch.selector);
    }

    function test_refusesDependencies() public {
        CommitBatchInfo memory b = batch(1);
        b.dependencyRootsRollingHash = keccak256("root");
        refused(b, Executor.DependencyRootsNotSupported.selector);
    }

    function test_refusesUnknownDataVersion() public {
        bytes memory data = commitData(last, one(batch(1)));
        data[0] = 0x02;
        expectError(Executor.OperatorDataVersionUnknown.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 1, data);
        expectError(Executor.OperatorDataVersionUnknown.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 1, "");
    }

    function test_refusesAnyoneButValidators() public {
        bytes memory data = commitData(last, one(batch(1)));
        address[4] memory callers = [STRANGER, OPERATOR, ADMIN, OWNER];
        for (uint256 i = 0; i < callers.length; ++i) {
            expectError(ChainStorage.Unauthorized.selector);
            vm.prank(callers[i]);
            chain.commitBatchesSharedBridge(address(chain), 1, 1, data);
        }
    }

    function test_refusesCallsMeantForAnotherChain() public {
        bytes memory data = commitData(last, one(batch(1)));
        expectError(Executor.WrongChain.selector);
        vm.prank(address(timelock));
        chain.commitBatchesSharedBridge(address(0xbeef), 1, 1, data);
    }

    function test_refusesWhileFrozen() public {
        vm.prank(OWNER);
        manager.freezeChain(CHAIN_ID);
        refused(batch(1), ChainStorage.ChainIsFrozen.selector);
        vm.prank(OWNER);
        manager.unfreezeChain(CHAIN_ID);
        commit(last, batch(1));
    }

    function test_commitsSeveralAtOnce() public {
        CommitBatchInfo[] memory list = new CommitBatchInfo[](3);
        for (uint256 i = 0; i < 3; ++i) {
            list[i] = batch(i + 1);
            list[i].firstBlockTimestamp = list[i].lastBlockTimestamp;
        }
        bytes memory data = commitData(last, list);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 3, data);
        eq(chain.getTotalBatchesCommitted(), 3);
        for (uint256 i = 0; i < 3; ++i) {
            eq(chain.storedBatchHash(i + 1), keccak256(abi.encode(stored(list[i]))));
            eq(timelock.getCommittedBatchTimestamp(address(chain), i + 1), NOW);
        }
        eq(chain.storedBatchHash(4), 0);
    }

    function test_refusesBatchesThatDoNotFollowOneAnother() public {
        CommitBatchInfo[] memory list = new CommitBatchInfo[](2);
        (list[0], list[1]) = (batch(1), batch(2));
        bytes memory data = commitData(last, list);
        expectError(Executor.TimestampsDecrease.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 2, data);

        list[1].firstBlockTimestamp = list[1].lastBlockTimestamp;
        list[1].firstBlockNumber += 1;
        data = commitData(last, list);
        expectError(Executor.BlockRangeInvalid.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 2, data);

        (list[0], list[1]) = (batch(2), batch(1));
        data = commitData(last, list);
        expectError(Executor.BatchNumberInvalid.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 2, data);
    }

    function test_events() public {
        CommitBatchInfo memory b = batch(1);
        StoredBatchInfo memory s = stored(b);
        bytes memory data = commitData(last, one(b));
        vm.expectEmit(address(chain));
        emit IExecutor.BlockCommit(1, s.batchHash, s.commitment);
        vm.expectEmit(address(chain));
        emit IExecutor.ReportCommittedBatchRange(1, 1, 10);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function testFuzz_anyChangeOfThePreviousBatchIsRefused(uint8 field, bytes32 change) public {
        commit(last, batch(1));
        StoredBatchInfo memory s = stored(batch(1));
        bytes memory raw = abi.encode(s);
        uint256 word = bound(field, 1, 8);
        // Fields of 64 bits take only a part of their word.
        change = word == 2 ? bytes32(uint256(uint64(uint256(change)))) : change;
        vm.assume(change != 0);
        for (uint256 i = 0; i < 32; ++i) {
            raw[word * 32 + i] ^= change[i];
        }
        bytes memory data = commitData(abi.decode(raw, (StoredBatchInfo)), one(batch(2)));
        expectError(Executor.BatchHashMismatch.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 2, 2, data);
    }
}
