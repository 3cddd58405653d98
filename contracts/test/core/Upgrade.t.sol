// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Chain} from "../../src/chain/Chain.sol";
import {ChainAdmin} from "../../src/chain/ChainAdmin.sol";
import {ChainStorage} from "../../src/chain/ChainStorage.sol";
import {Executor} from "../../src/chain/Executor.sol";
import {CommitBatchInfo, L2CanonicalTransaction, ProtocolUpgrade, StoredBatchInfo} from "../../src/common/Types.sol";
import {ChainBeacon} from "../../src/manager/ChainBeacon.sol";
import {ChainTypeManager} from "../../src/manager/ChainTypeManager.sol";
import {UnprovenVerifier} from "../../src/verifier/UnprovenVerifier.sol";
import {VerifierRegistry} from "../../src/verifier/VerifierRegistry.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

contract UpgradeTest is Core {
    uint256 private constant NEXT = uint256(32) << 32;
    bytes32[] private none;
    address private newCode;
    address private newVerifier;

    function setUp() public override {
        super.setUp();
        newCode = address(new Chain(NOT_OLDER, EXPIRATION));
        newVerifier = address(new UnprovenVerifier());
        vm.startPrank(OWNER);
        manager.setProtocolVersion(NEXT, newCode);
        registry.setVerifier(NEXT, newVerifier);
        manager.setUpgrade(VERSION, upgrade(false));
        vm.stopPrank();
    }

    function upgrade(bool withTransaction) private pure returns (ProtocolUpgrade memory u) {
        u.newProtocolVersion = NEXT;
        u.newFork = 4;
        u.hasL2Transaction = withTransaction;
        if (!withTransaction) return u;
        u.l2Transaction.txType = 0x7e;
        u.l2Transaction.from = 0x8007;
        u.l2Transaction.to = 0x800f;
        u.l2Transaction.gasLimit = 72_000_000;
        u.l2Transaction.gasPerPubdataByteLimit = 800;
        u.l2Transaction.nonce = NEXT;
        u.l2Transaction.data = "upgrade";
    }

    function apply_(ProtocolUpgrade memory u) private {
        vm.prank(ADMIN);
        manager.upgradeChainFromVersion(CHAIN_ID, VERSION, u);
    }

    function order(ProtocolUpgrade memory u) private {
        vm.prank(OWNER);
        manager.setUpgrade(VERSION, u);
    }

    function test_refusesWhatWasNotOrdered() public {
        ProtocolUpgrade memory u = upgrade(false);
        expectError(ChainTypeManager.NotTheChainAdmin.selector);
        vm.prank(OWNER);
        manager.upgradeChainFromVersion(CHAIN_ID, VERSION, u);

        u.newFork = 5;
        expectError(ChainTypeManager.UpgradeMismatch.selector);
        apply_(u);

        expectError(ChainTypeManager.ChainFollowsOtherVersion.selector);
        vm.prank(ADMIN);
        manager.upgradeChainFromVersion(CHAIN_ID, NEXT, upgrade(false));

        expectError(ChainTypeManager.ChainUnknown.selector);
        vm.prank(ADMIN);
        manager.upgradeChainFromVersion(CHAIN_ID + 1, VERSION, upgrade(false));

        expectError(ChainStorage.Unauthorized.selector);
        vm.prank(ADMIN);
        chain.applyUpgrade(upgrade(false));
    }

    function test_refusesBadVersions() public {
        vm.startPrank(OWNER);
        expectError(ChainTypeManager.VersionExists.selector);
        manager.setProtocolVersion(NEXT, newCode);
        expectError(ChainTypeManager.NoCode.selector);
        manager.setProtocolVersion(NEXT + 1, STRANGER);
        expectError(ChainTypeManager.VersionTooLarge.selector);
        manager.setProtocolVersion(1 << 64, newCode);
        expectError(ChainTypeManager.VersionUnknown.selector);
        manager.setCurrentVersion(NEXT + 1);
        manager.setProtocolVersion(NEXT + 2, newCode);
        expectError(ChainTypeManager.NoVerifier.selector);
        manager.setCurrentVersion(NEXT + 2);
        expectError(ChainTypeManager.VersionNotNewer.selector);
        manager.setUpgrade(NEXT, upgrade(false));
        expectError(VerifierRegistry.VerifierExists.selector);
        registry.setVerifier(NEXT, newVerifier);
        expectError(VerifierRegistry.NoCode.selector);
        registry.setVerifier(NEXT + 1, STRANGER);
        vm.stopPrank();
    }

    function test_changesCodeVersionForkAndVerifier() public {
        bytes32 before = chain.chainConfigHash();
        apply_(upgrade(false));
        eq(ChainBeacon(manager.beacon()).implementationOf(address(chain)), newCode);
        eq(chain.getProtocolVersion(), NEXT);
        eq(chain.getVerifier(), newVerifier);
        eq(chain.chainConfig().fork, 4);
        yes(chain.chainConfigHash() != before, "another configuration");
        execute(proven(none));
    }

    function test_otherChainsStayAsTheyAre() public {
        Chain other = createChain(300);
        apply_(upgrade(false));
        eq(other.getProtocolVersion(), VERSION);
        yes(ChainBeacon(manager.beacon()).implementationOf(address(other)) != newCode, "old code");
    }

    function test_batchesAreProvenUnderTheVersionTheyWereCommittedUnder() public {
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        StoredBatchInfo memory first = stored(b);
        uint256 oldInput = input(last, first);
        apply_(upgrade(false));
        commit(first, batch(2));
        StoredBatchInfo memory second = stored(batch(2));

        StoredBatchInfo[] memory both = new StoredBatchInfo[](2);
        (both[0], both[1]) = (first, second);
        bytes memory data = proveData(last, both, 0);
        expectError(Executor.RangeCrossesUpgrade.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 2, data);

        data = proveData(last, one(first), input(last, first));
        expectError(UnprovenVerifier.PublicInputMismatch.selector);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);

        data = proveData(last, one(first), oldInput);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 1, data);
        prove(first, second);
    }

    function test_revertedBatchesComeBackUnderTheNewVersion() public {
        commit(last, batch(1));
        apply_(upgrade(false));
        revertTo(0);
        execute(proven(none));
    }

    function test_oneUpgradeAtATime() public {
        commit(last, batch(1));
        apply_(upgrade(false));
        ProtocolUpgrade memory u = upgrade(false);
        u.newProtocolVersion = NEXT + 1;
        vm.startPrank(OWNER);
        registry.setVerifier(NEXT + 1, newVerifier);
        manager.setProtocolVersion(NEXT + 1, newCode);
        manager.setUpgrade(NEXT, u);
        vm.stopPrank();
        expectError(ChainAdmin.UpgradeStillPending.selector);
        vm.prank(ADMIN);
        manager.upgradeChainFromVersion(CHAIN_ID, NEXT, u);
    }

    function test_refusesBadUpgradeTransactions() public {
        for (uint256 i = 0; i < 14; ++i) {
            ProtocolUpgrade memory u = upgrade(true);
            L2CanonicalTransaction memory t = u.l2Transaction;
            if (i == 0) t.txType = 0x7f;
            if (i == 1) t.from = 0x8006;
            if (i == 2) t.to = 1 << 160;
            if (i == 3) t.gasLimit = 100_000_001;
            if (i == 4) t.gasPerPubdataByteLimit = 1 << 64;
            if (i == 5) t.maxFeePerGas = 1;
            if (i == 6) t.maxPriorityFeePerGas = 1;
            if (i == 7) t.paymaster = 1;
            if (i == 8) t.nonce = NEXT + 1;
            if (i == 9) t.value = 1;
            if (i == 10) t.reserved[0] = 1;
            if (i == 11) t.reserved[2] = 1;
            if (i == 12) t.signature = "s";
            if (i == 13) t.factoryDeps = new uint256[](1);
            order(u);
            expectError(ChainAdmin.UpgradeTransactionInvalid.selector);
            apply_(u);
        }
    }

    function test_nextBatchCarriesTheUpgradeTransaction() public {
        ProtocolUpgrade memory u = upgrade(true);
        order(u);
        apply_(u);
        bytes32 hash = keccak256(abi.encode(u.l2Transaction));
        eq(chain.getL2SystemContractsUpgradeTxHash(), hash);

        bytes memory data = commitData(last, one(batch(1)));
        expectError(Executor.UpgradeTxMismatch.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 1, data);

        CommitBatchInfo memory b = batch(1);
        b.upgradeTxHash = hash;
        commit(last, b);
        eq(chain.getL2SystemContractsUpgradeBatchNumber(), 1);

        // Only once, unless the batch is taken back.
        StoredBatchInfo memory s = stored(b);
        CommitBatchInfo memory again = batch(2);
        again.upgradeTxHash = hash;
        data = commitData(s, one(again));
        expectError(Executor.UpgradeTxMismatch.selector);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 2, 2, data);
        revertTo(0);
        eq(chain.getL2SystemContractsUpgradeBatchNumber(), 0);
        commit(last, b);

        prove(last, s);
        execute(s);
        eq(chain.getL2SystemContractsUpgradeTxHash(), 0);
        commit(s, batch(2));
    }
}
