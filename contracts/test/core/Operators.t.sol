// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {CommitBatchInfo, StoredBatchInfo} from "../../src/common/Types.sol";
import {ValidatorTimelock} from "../../src/timelock/ValidatorTimelock.sol";
import {UnprovenVerifier} from "../../src/verifier/UnprovenVerifier.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

contract OperatorsTest is Core {
    bytes32[] private none;

    function test_eachCallNeedsItsRole() public {
        bytes32[4] memory roles =
            [timelock.COMMITTER_ROLE(), timelock.PROVER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.REVERTER_ROLE()];
        bytes[4] memory calls = [
            abi.encodeCall(timelock.commitBatchesSharedBridge, (address(chain), 1, 1, "")),
            abi.encodeCall(timelock.proveBatchesSharedBridge, (address(chain), 1, 1, "")),
            abi.encodeCall(timelock.executeBatchesSharedBridge, (address(chain), 1, 1, "")),
            abi.encodeCall(timelock.revertBatchesSharedBridge, (address(chain), 0))
        ];
        for (uint256 have = 0; have < 4; ++have) {
            vm.prank(ADMIN);
            timelock.grantChainRole(address(chain), roles[have], STRANGER);
            for (uint256 i = 0; i < 4; ++i) {
                vm.prank(STRANGER);
                (bool ok, bytes memory answer) = address(timelock).call(calls[i]);
                bool missing = bytes4(answer) == ValidatorTimelock.RoleMissing.selector;
                yes(!ok && missing == (i != have), "exactly this role");
            }
            vm.prank(ADMIN);
            timelock.revokeChainRole(address(chain), roles[have], STRANGER);
        }
    }

    function test_rolesAreThoseOfOneChain() public {
        address other = address(createChain(300));
        bytes32 role = timelock.COMMITTER_ROLE();
        vm.prank(ADMIN);
        timelock.grantChainRole(other, role, STRANGER);
        yes(timelock.hasChainRole(other, role, STRANGER), "there");
        yes(!timelock.hasChainRole(address(chain), role, STRANGER), "not here");
    }

    function test_whoGivesRoles() public {
        (bytes32 role, bytes32 admin) = (timelock.COMMITTER_ROLE(), timelock.ADMIN_ROLE());
        address[3] memory powerless = [OWNER, OPERATOR, STRANGER];
        for (uint256 i = 0; i < 3; ++i) {
            expectError(ValidatorTimelock.NotAChainAdmin.selector);
            vm.prank(powerless[i]);
            timelock.grantChainRole(address(chain), role, STRANGER);
        }
        expectError(ValidatorTimelock.RoleUnknown.selector);
        vm.prank(ADMIN);
        timelock.grantChainRole(address(chain), keccak256("KING"), STRANGER);

        vm.prank(ADMIN);
        timelock.grantChainRole(address(chain), admin, USER);
        vm.prank(USER);
        timelock.grantChainRole(address(chain), role, STRANGER);
        vm.prank(ADMIN);
        timelock.revokeChainRole(address(chain), admin, USER);
        expectError(ValidatorTimelock.NotAChainAdmin.selector);
        vm.prank(USER);
        timelock.revokeChainRole(address(chain), role, STRANGER);
    }

    function test_delay() public {
        expectError(OwnableUpgradeable.OwnableUnauthorizedAccount.selector);
        vm.prank(ADMIN);
        timelock.setExecutionDelay(1);
        vm.prank(OWNER);
        timelock.setExecutionDelay(3 hours);

        StoredBatchInfo memory s = proven(none);
        bytes memory data = executeData(one(s));
        for (uint256 i = 0; i < 2; ++i) {
            vm.warp(NOW + i * (3 hours - 1));
            expectError(ValidatorTimelock.DelayNotPassed.selector);
            vm.prank(OPERATOR);
            timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
        }
        vm.warp(NOW + 3 hours);
        execute(s);
    }

    function test_delayBeginsAgainWithANewCommitment() public {
        vm.prank(OWNER);
        timelock.setExecutionDelay(3 hours);
        CommitBatchInfo memory b = batch(1);
        commit(last, b);
        revertTo(0);
        vm.warp(NOW + 2 hours);
        commit(last, b);
        eq(timelock.getCommittedBatchTimestamp(address(chain), 1), NOW + 2 hours);
        prove(last, stored(b));
        vm.warp(NOW + 4 hours);
        bytes memory data = executeData(one(stored(b)));
        expectError(ValidatorTimelock.DelayNotPassed.selector);
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), 1, 1, data);
    }

    function test_unprovenVerifierWorksOnDevelopmentChainsOnly() public {
        UnprovenVerifier verifier = new UnprovenVerifier();
        uint256[] memory proof = new uint256[](1);
        proof[0] = 5;
        uint256[4] memory good = [uint256(9), 270, 1337, 31337];
        for (uint256 i = 0; i < 4; ++i) {
            vm.chainId(good[i]);
            yes(verifier.verify(5, proof), "accepted");
        }
        uint256[6] memory bad = [uint256(1), 10, 17000, 11155111, 560048, 271];
        for (uint256 i = 0; i < 6; ++i) {
            vm.chainId(bad[i]);
            expectError(UnprovenVerifier.NotADevelopmentChain.selector);
            verifier.verify(5, proof);
            expectError(UnprovenVerifier.NotADevelopmentChain.selector);
            new UnprovenVerifier();
        }
    }

    function test_unprovenVerifierComparesTheWholeInput() public {
        UnprovenVerifier verifier = new UnprovenVerifier();
        uint256[] memory proof = new uint256[](1);
        expectError(UnprovenVerifier.PublicInputMismatch.selector);
        verifier.verify(5, proof);
        expectError(UnprovenVerifier.ProofLengthInvalid.selector);
        verifier.verify(0, new uint256[](0));
        expectError(UnprovenVerifier.ProofLengthInvalid.selector);
        verifier.verify(0, new uint256[](2));
    }
}
