// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {FinalizeL1DepositParams, L2Message} from "../../src/common/Types.sol";
import {IL1NativeTokenVault} from "../../src/interfaces/IL1NativeTokenVault.sol";
import {IL1Nullifier} from "../../src/interfaces/IL1Nullifier.sol";
import {INativeTokenVault} from "../../src/interfaces/INativeTokenVault.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {BridgeFixture} from "./BridgeFixture.sol";
import {LogTree} from "./LogTree.sol";
import {CallbackReceiver, CallbackToken} from "./OddTokens.sol";

contract WithdrawalsTest is BridgeFixture {
    function setUp() public {
        deployBridge();
        depositEth(CHAIN_A, ALICE, 100);
        depositEth(CHAIN_B, ALICE, 50);
        depositToken(CHAIN_A, token, ALICE, 100);
        depositToken(CHAIN_B, token, ALICE, 50);
    }

    function testFuzz_Ether(uint256 amount) public {
        amount = bound(amount, 0, 100);
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, amount);
        vm.assertTrue(!router.isWithdrawalFinalized(CHAIN_A, p.l2BatchNumber, 0), "before");
        nullifier.finalizeDeposit(p);
        vm.assertEq(BOB.balance, amount, "receiver");
        vm.assertEq(vault.chainBalance(CHAIN_A, ethId), 100 - amount, "chain");
        vm.assertTrue(router.isWithdrawalFinalized(CHAIN_A, p.l2BatchNumber, 0), "after");
    }

    function testFuzz_EtherWithMessage(bytes calldata data) public {
        bytes memory message = abi.encodePacked(ethMessage(BOB, 7), ALICE, data);
        nullifier.finalizeDeposit(sent(CHAIN_A, L2_BASE_TOKEN, message));
        vm.assertEq(BOB.balance, 7, "receiver");
    }

    function testFuzz_Token(uint256 amount) public {
        amount = bound(amount, 0, 100);
        nullifier.finalizeDeposit(sentToken(CHAIN_A, token, BOB, amount));
        vm.assertEq(token.balanceOf(BOB), amount, "receiver");
        vm.assertEq(vault.chainBalance(CHAIN_A, tokenId), 100 - amount, "chain");
    }

    function test_ManyInOneBatch() public {
        FinalizeL1DepositParams[] memory p = new FinalizeL1DepositParams[](5);
        bytes32[] memory leaves = new bytes32[](5);
        for (uint256 i = 0; i < 5; ++i) {
            p[i] = unexecuted(CHAIN_A, L2_BASE_TOKEN, ethMessage(BOB, i + 1));
            leaves[i] = MessageHashing.leafOfLog(MessageHashing.logOfMessage(L2Message(3, L2_BASE_TOKEN, p[i].message)));
        }
        bytes32 root;
        for (uint256 i = 0; i < 5; ++i) {
            (root, p[i].merkleProof) = LogTree.prove(leaves, i);
            (p[i].l2BatchNumber, p[i].l2MessageIndex) = (77, i);
        }
        hub.execute(CHAIN_A, 77, root);
        for (uint256 i = 5; i > 0; --i) {
            nullifier.finalizeDeposit(p[i - 1]);
        }
        vm.assertEq(BOB.balance, 15, "receiver");
        p[2].l2MessageIndex = 1;
        vm.expectRevert(IL1Nullifier.WithdrawalAlreadyFinalized.selector);
        nullifier.finalizeDeposit(p[2]);
    }

    /* Refused */

    function _refused(FinalizeL1DepositParams memory p, bytes memory reason) private {
        uint256 eth = address(vault).balance;
        reason.length == 0 ? vm.expectRevert() : vm.expectRevert(reason);
        nullifier.finalizeDeposit(p);
        vm.assertEq(address(vault).balance, eth, "ether moved");
        vm.assertEq(token.balanceOf(address(vault)), 150, "token moved");
    }

    bytes private constant INVALID = abi.encodePacked(IL1Nullifier.InvalidProof.selector);

    function test_RefusesReplay() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        nullifier.finalizeDeposit(p);
        _refused(p, abi.encodePacked(IL1Nullifier.WithdrawalAlreadyFinalized.selector));
    }

    function test_RefusesReplayUnderAnotherIndex() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        nullifier.finalizeDeposit(p);
        p.l2MessageIndex = 1 << 14;
        _refused(p, abi.encodeWithSelector(IL1Nullifier.IndexOutOfRange.selector, p.l2BatchNumber, p.l2MessageIndex));
        p.l2MessageIndex = 1;
        _refused(p, INVALID);
        p.l2MessageIndex = 0;
        p.l2BatchNumber += 1 << 64;
        _refused(p, abi.encodeWithSelector(IL1Nullifier.IndexOutOfRange.selector, p.l2BatchNumber, 0));
    }

    function test_RefusesBatchNotExecuted() public {
        _refused(unexecuted(CHAIN_A, L2_BASE_TOKEN, ethMessage(BOB, 10)), INVALID);
    }

    function test_RefusesWrongBatch() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        FinalizeL1DepositParams memory other = sentEth(CHAIN_A, BOB, 11);
        p.l2BatchNumber = other.l2BatchNumber;
        _refused(p, INVALID);
    }

    function testFuzz_RefusesForgedMessage(address receiver, uint256 amount) public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        vm.assume(receiver != BOB || amount != 10);
        p.message = ethMessage(receiver, amount);
        _refused(p, INVALID);
    }

    function test_RefusesWrongTxNumberAndProof() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        p.l2TxNumberInBatch = 4;
        _refused(p, INVALID);
        p.l2TxNumberInBatch = 3;
        p.merkleProof[5] ^= bytes32(uint256(1));
        _refused(p, INVALID);
        p.merkleProof = new bytes32[](0);
        _refused(p, "");
    }

    function test_RefusesWrongChain() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        p.chainId = CHAIN_B;
        _refused(p, INVALID);
        // A message of the router names its chain, so even equal roots do not help.
        bytes memory m = tokenMessage(CHAIN_A, tokenId, address(token), BOB, 10, "");
        _refused(
            sent(CHAIN_B, L2_ASSET_ROUTER, m),
            abi.encodeWithSelector(IL1Nullifier.WrongChain.selector, CHAIN_A, CHAIN_B)
        );
    }

    function testFuzz_RefusesWrongSender(address sender) public {
        vm.assume(sender != L2_BASE_TOKEN && sender != L2_ASSET_ROUTER);
        bytes memory reason = abi.encodeWithSelector(IL1Nullifier.WrongL2Sender.selector, sender);
        _refused(sent(CHAIN_A, sender, ethMessage(BOB, 10)), reason);
        _refused(sent(CHAIN_A, sender, tokenMessage(CHAIN_A, tokenId, address(token), BOB, 10, "")), reason);
    }

    function test_RefusesTheRightMessageFromTheOtherContract() public {
        bytes memory reason = abi.encodeWithSelector(IL1Nullifier.WrongL2Sender.selector, L2_ASSET_ROUTER);
        _refused(sent(CHAIN_A, L2_ASSET_ROUTER, ethMessage(BOB, 10)), reason);
        reason = abi.encodeWithSelector(IL1Nullifier.WrongL2Sender.selector, L2_BASE_TOKEN);
        _refused(sent(CHAIN_A, L2_BASE_TOKEN, tokenMessage(CHAIN_A, tokenId, address(token), BOB, 10, "")), reason);
    }

    function test_RefusesMoreThanTheChainHas() public {
        _refused(
            sentEth(CHAIN_B, BOB, 51),
            abi.encodeWithSelector(IL1NativeTokenVault.InsufficientChainBalance.selector, CHAIN_B, ethId, 50, 51)
        );
        _refused(
            sentToken(CHAIN_B, token, BOB, 51),
            abi.encodeWithSelector(IL1NativeTokenVault.InsufficientChainBalance.selector, CHAIN_B, tokenId, 50, 51)
        );
    }

    function test_RefusesAssetThatNeverCame() public {
        TestERC20 other = new TestERC20("Other", "OTH", 18);
        bytes32 id = AssetId.ofToken(L1, address(other));
        bytes memory metadata = vault.getERC20Getters(address(other), L1);
        bytes memory m = tokenMessage(CHAIN_A, id, address(other), BOB, 1, metadata);
        _refused(
            sent(CHAIN_A, L2_ASSET_ROUTER, m),
            abi.encodeWithSelector(INativeTokenVault.AssetIdNotSupported.selector, id)
        );
    }

    function test_RefusesWrongAsset() public {
        bytes32 id = keccak256("no such asset");
        bytes memory metadata = vault.getERC20Getters(address(token), CHAIN_A);
        bytes32 expected = AssetId.ofToken(CHAIN_A, address(token));
        _refused(
            sent(CHAIN_A, L2_ASSET_ROUTER, tokenMessage(CHAIN_A, id, address(token), BOB, 1, metadata)),
            abi.encodeWithSelector(INativeTokenVault.AssetIdMismatch.selector, expected, id)
        );
    }

    function testFuzz_RefusesWrongLengths(uint8 length) public {
        bytes memory m = new bytes(length);
        bytes4 selector = FINALIZE_ETH;
        for (uint256 i = 0; i < 4 && i < length; ++i) {
            m[i] = selector[i];
        }
        vm.assume(length != 56 && length < 76);
        _refused(
            sent(CHAIN_A, L2_BASE_TOKEN, m), abi.encodeWithSelector(IL1Nullifier.WrongMessageLength.selector, length)
        );
    }

    function test_RefusesTruncatedRouterMessages() public {
        bytes memory full = tokenMessage(CHAIN_A, tokenId, address(token), BOB, 10, "");
        for (uint256 cut = 4; cut < full.length; cut += 12) {
            bytes memory m = new bytes(cut);
            for (uint256 i = 0; i < cut; ++i) {
                m[i] = full[i];
            }
            bytes memory reason = cut < 68
                ? abi.encodeWithSelector(IL1Nullifier.WrongMessageLength.selector, cut)
                : abi.encodeWithSelector(INativeTokenVault.MalformedData.selector, cut - 68);
            _refused(sent(CHAIN_A, L2_ASSET_ROUTER, m), reason);
        }
    }

    /// @dev Whatever the chain writes behind the header, nothing moves unless it is what the encoding says.
    function testFuzz_RefusesOtherTransferData(bytes calldata tail) public {
        _refused(sent(CHAIN_A, L2_ASSET_ROUTER, abi.encodePacked(FINALIZE_DEPOSIT, CHAIN_A, tokenId, tail)), "");
    }

    function testFuzz_RefusesTransferDataWithOneWordChanged(uint8 wordSeed, uint256 value) public {
        bytes memory transfer = abi.encode(ALICE, BOB, address(token), uint256(101), bytes(""));
        uint256 at = wordSeed % 6;
        bytes memory m = abi.encodePacked(FINALIZE_DEPOSIT, CHAIN_A, tokenId, transfer);
        for (uint256 i = 0; i < 32; ++i) {
            m[68 + 32 * at + i] = bytes32(value)[i];
        }
        // Word 3 is the amount: 101 is one too many, and so is anything above 100.
        vm.assume(at != 3 || value > 100);
        _refused(sent(CHAIN_A, L2_ASSET_ROUTER, m), "");
    }

    function testFuzz_RefusesOtherSelectors(bytes4 selector) public {
        vm.assume(selector != FINALIZE_ETH && selector != FINALIZE_DEPOSIT);
        _refused(
            sent(CHAIN_A, L2_BASE_TOKEN, abi.encodePacked(selector, BOB, uint256(1))),
            abi.encodeWithSelector(IL1Nullifier.InvalidSelector.selector, selector)
        );
    }

    function test_PauseStopsWithdrawals() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, BOB, 10);
        vm.prank(OWNER);
        nullifier.pause();
        _refused(p, abi.encodePacked(PausableUpgradeable.EnforcedPause.selector));
        vm.prank(OWNER);
        nullifier.unpause();
        nullifier.finalizeDeposit(p);
    }

    function test_FailedPaymentCanBeRepeated() public {
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, address(token), 10);
        _refused(p, "");
        vm.assertTrue(!nullifier.isWithdrawalFinalized(CHAIN_A, p.l2BatchNumber, 0), "not used up");
    }

    /* Reentrancy */

    function test_ReceiverOfEtherCannotReenter() public {
        CallbackReceiver receiver = new CallbackReceiver(address(nullifier));
        FinalizeL1DepositParams memory p = sentEth(CHAIN_A, address(receiver), 10);
        FinalizeL1DepositParams memory second = sentEth(CHAIN_A, address(receiver), 20);
        receiver.arm(abi.encodeCall(IL1Nullifier.finalizeDeposit, (second)));
        nullifier.finalizeDeposit(p);
        vm.assertTrue(!receiver.succeeded(), "reentered");
        vm.assertEq(address(receiver).balance, 10, "paid once");
        nullifier.finalizeDeposit(second);
    }

    function test_TokenCannotReenter() public {
        CallbackToken t = new CallbackToken();
        bytes32 id = AssetId.ofToken(L1, address(t));
        t.mint(ALICE, 100);
        vm.prank(ALICE);
        t.approve(address(router), 100);
        vm.prank(ALICE);
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(id, 60, ALICE, address(t)));

        // Withdrawing in the middle of a deposit would make the vault measure too little.
        FinalizeL1DepositParams memory p =
            sent(CHAIN_A, L2_ASSET_ROUTER, tokenMessage(CHAIN_A, id, address(t), BOB, 10, ""));
        t.arm(address(nullifier), abi.encodeCall(IL1Nullifier.finalizeDeposit, (p)));
        vm.prank(ALICE);
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(id, 40, ALICE, address(t)));
        vm.assertTrue(t.called(), "called back");
        vm.assertEq(
            t.failure(), abi.encodePacked(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector), "refused"
        );
        vm.assertEq(vault.chainBalance(CHAIN_A, id), 100, "chain");
        vm.assertEq(t.balanceOf(address(vault)), 100, "vault");
        nullifier.finalizeDeposit(p);
    }

    /* Tokens whose home is a chain */

    function _homeToken(uint256 chain) private pure returns (address origin, bytes32 id, bytes memory metadata) {
        origin = address(0xdeed);
        id = AssetId.ofToken(chain, origin);
        metadata = bytes.concat(hex"01", abi.encode(chain, abi.encode("Home"), abi.encode("HOM"), abi.encode(uint8(8))));
    }

    function test_TokenOfAChainComesAndGoesBack() public {
        (address origin, bytes32 id, bytes memory metadata) = _homeToken(CHAIN_A);
        address expected = vault.calculateCreate2TokenAddress(CHAIN_A, origin);
        nullifier.finalizeDeposit(
            sent(CHAIN_A, L2_ASSET_ROUTER, tokenMessage(CHAIN_A, id, origin, ALICE, 30, metadata))
        );
        TestERC20 t = TestERC20(vault.tokenAddress(id));
        vm.assertEq(address(t), expected, "address");
        vm.assertEq(t.balanceOf(ALICE), 30, "minted");
        vm.assertEq(IERC20Metadata(address(t)).symbol(), "HOM", "symbol");
        vm.assertEq(IERC20Metadata(address(t)).decimals(), 8, "decimals");

        // To another chain: that chain holds what was sent to it and no more.
        vm.prank(ALICE);
        hub.requestTwoBridges(CHAIN_B, 0, 0, depositData(id, 10, ALICE, address(t)));
        vm.assertEq(t.totalSupply(), 20, "burned");
        vm.assertEq(vault.chainBalance(CHAIN_B, id), 10, "chain B");
        FinalizeL1DepositParams memory tooMuch =
            sent(CHAIN_B, L2_ASSET_ROUTER, tokenMessage(CHAIN_B, id, origin, BOB, 11, metadata));
        vm.expectRevert(
            abi.encodeWithSelector(IL1NativeTokenVault.InsufficientChainBalance.selector, CHAIN_B, id, 10, 11)
        );
        nullifier.finalizeDeposit(tooMuch);
        nullifier.finalizeDeposit(sent(CHAIN_B, L2_ASSET_ROUTER, tokenMessage(CHAIN_B, id, origin, BOB, 10, metadata)));
        vm.assertEq(t.balanceOf(BOB), 10, "back from B");

        vm.prank(ALICE);
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(id, 20, ALICE, address(t)));
        vm.assertEq(vault.chainBalance(CHAIN_A, id), 0, "home has no balance");
    }

    function test_OnlyTheHomeChainBringsAToken() public {
        (address origin, bytes32 id, bytes memory metadata) = _homeToken(CHAIN_A);
        _refused(
            sent(CHAIN_B, L2_ASSET_ROUTER, tokenMessage(CHAIN_B, id, origin, BOB, 0, metadata)),
            abi.encodeWithSelector(IL1NativeTokenVault.OriginMustRegister.selector, CHAIN_A, CHAIN_B)
        );
    }
}
