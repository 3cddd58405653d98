// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {BridgedStandardERC20} from "../../src/bridge/BridgedStandardERC20.sol";
import {AddressAliasHelper} from "../../src/common/AddressAliasHelper.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {
    ETH_TOKEN_ADDRESS,
    L2_ASSET_ROUTER,
    L2_BASE_TOKEN,
    L2_COMPLEX_UPGRADER,
    L2_FORCE_DEPLOYER,
    L2_NATIVE_TOKEN_VAULT
} from "../../src/common/Constants.sol";
import {IBridgedStandardERC20} from "../../src/interfaces/IBridgedStandardERC20.sol";
import {IComplexUpgrader} from "../../src/interfaces/IComplexUpgrader.sol";
import {IL2AssetRouter} from "../../src/interfaces/IL2AssetRouter.sol";
import {IL2BaseToken} from "../../src/interfaces/IL2BaseToken.sol";
import {INativeTokenVault} from "../../src/interfaces/INativeTokenVault.sol";
import {ComplexUpgrader} from "../../src/l2/ComplexUpgrader.sol";
import {L2AssetRouter} from "../../src/l2/L2AssetRouter.sol";
import {SystemUpgradeable} from "../../src/l2/SystemUpgradeable.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {L2Fixture} from "./L2Fixture.sol";

contract UpgradeStep {
    address public immutable NEW_ROUTER;

    constructor(address newRouter) {
        NEW_ROUTER = newRouter;
    }

    function run() external {
        L2AssetRouter(L2_ASSET_ROUTER).upgradeToAndCall(NEW_ROUTER, "");
    }

    function fail() external pure {
        revert("step failed");
    }
}

contract L2ContractsTest is L2Fixture {
    uint256 private constant L1 = 9;
    uint256 private constant L2 = 270;
    address private constant L1_ROUTER = address(0xFFfFfFffFFfffFFfFFfFFFFFffFFFffffFfFFFfF);
    address private constant L1_TOKEN = address(0x7011);
    address private constant ALICE = address(0xa11ce);
    address private constant BOB = address(0xb0b);
    bytes4 private constant FINALIZE_ETH =
        bytes4(keccak256("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])"));
    bytes4 private constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));

    bytes32 private id;

    function setUp() public {
        vm.chainId(L2);
        placeL2(L1, L1_ROUTER, AssetId.ofEther(L1));
        id = AssetId.ofToken(L1, L1_TOKEN);
    }

    function _metadata() private pure returns (bytes memory) {
        return bytes.concat(hex"01", abi.encode(L1, abi.encode("Token"), abi.encode("TOK"), abi.encode(uint256(6))));
    }

    function _asL1Router() private {
        vm.prank(AddressAliasHelper.applyL1ToL2Alias(L1_ROUTER));
    }

    function _deposit(address receiver, uint256 amount) private returns (BridgedStandardERC20) {
        _asL1Router();
        l2Router.finalizeDeposit(L1, id, abi.encode(BOB, receiver, L1_TOKEN, amount, _metadata()));
        return BridgedStandardERC20(l2Vault.tokenAddress(id));
    }

    /* Messenger and base token */

    function testFuzz_MessengerAnswersTheHash(bytes calldata message) public {
        vm.recordLogs();
        vm.prank(ALICE);
        vm.assertEq(messenger.sendToL1(message), keccak256(message), "hash");
        (address[] memory senders, bytes[] memory data) = messages();
        vm.assertEq(senders[0], ALICE, "sender");
        vm.assertEq(data[0], message, "message");
    }

    function testFuzz_BaseTokenWithdrawal(uint96 amount, address receiver, bytes calldata extra) public {
        vm.assume(amount > 0 && receiver != address(0));
        vm.deal(ALICE, 2 * uint256(amount));
        vm.recordLogs();
        vm.prank(ALICE);
        baseToken.withdraw{value: amount}(receiver);
        vm.prank(ALICE);
        baseToken.withdrawWithMessage{value: amount}(receiver, extra);
        (address[] memory senders, bytes[] memory data) = messages();
        vm.assertEq(senders[0], L2_BASE_TOKEN, "sender");
        vm.assertEq(data[0], abi.encodePacked(FINALIZE_ETH, receiver, uint256(amount)), "message");
        vm.assertEq(data[1], abi.encodePacked(FINALIZE_ETH, receiver, uint256(amount), ALICE, extra), "with data");
        vm.assertEq(L2_BASE_TOKEN.balance, (1 << 127) - 1 + 2 * uint256(amount), "taken in");
    }

    function test_BaseTokenViews() public {
        vm.assertEq(baseToken.name(), "Ether", "name");
        vm.assertEq(baseToken.symbol(), "ETH", "symbol");
        vm.assertEq(baseToken.decimals(), 18, "decimals");
        vm.assertEq(baseToken.totalSupply(), 0, "nothing in circulation");
        vm.deal(L2_BASE_TOKEN, (1 << 127) - 1 - 5);
        vm.deal(ALICE, 5);
        vm.assertEq(baseToken.totalSupply(), 5, "in circulation");
        vm.assertEq(baseToken.balanceOf(uint256(uint160(ALICE))), 5, "balance");
    }

    function test_BaseTokenRefusesNothingAndNobody() public {
        vm.expectRevert(IL2BaseToken.ZeroAmount.selector);
        baseToken.withdraw(ALICE);
        vm.deal(address(this), 1);
        vm.expectRevert(IL2BaseToken.ZeroReceiver.selector);
        baseToken.withdraw{value: 1}(address(0));
    }

    /* Deposits */

    function test_DepositCreatesTheToken() public {
        address expected = l2Router.l2TokenAddress(L1_TOKEN);
        BridgedStandardERC20 t = _deposit(ALICE, 10);
        vm.assertEq(address(t), expected, "address known before");
        vm.assertEq(l2Router.l2TokenAddress(L1_TOKEN), expected, "and after");
        vm.assertEq(l2Router.l1TokenAddress(address(t)), L1_TOKEN, "origin");
        vm.assertEq(l2Vault.assetId(address(t)), id, "asset id");
        vm.assertEq(l2Vault.originChainId(id), L1, "origin chain");
        vm.assertEq(t.name(), "Token", "name");
        vm.assertEq(t.symbol(), "TOK", "symbol");
        vm.assertEq(t.decimals(), 6, "decimals");
        vm.assertEq(t.balanceOf(ALICE), 10, "minted");
        _deposit(BOB, 5);
        vm.assertEq(t.totalSupply(), 15, "second deposit");
    }

    function test_OlderShapeDoesTheSame() public {
        bytes memory data = abi.encode(abi.encode("Token"), abi.encode("TOK"), abi.encode(uint256(6)));
        _asL1Router();
        l2Router.finalizeDeposit(BOB, ALICE, L1_TOKEN, 10, data);
        BridgedStandardERC20 t = BridgedStandardERC20(l2Vault.tokenAddress(id));
        vm.assertEq(t.balanceOf(ALICE), 10, "minted");
        vm.assertEq(t.symbol(), "TOK", "symbol");
    }

    function testFuzz_OnlyTheAliasOfTheL1Router(address caller) public {
        vm.assume(caller != AddressAliasHelper.applyL1ToL2Alias(L1_ROUTER));
        bytes memory transfer = abi.encode(BOB, ALICE, L1_TOKEN, uint256(10), _metadata());
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IL2AssetRouter.Unauthorized.selector, caller));
        l2Router.finalizeDeposit(L1, id, transfer);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IL2AssetRouter.Unauthorized.selector, caller));
        l2Router.finalizeDeposit(BOB, ALICE, L1_TOKEN, 10, "");
        vm.prank(L1_ROUTER);
        vm.expectRevert(abi.encodeWithSelector(IL2AssetRouter.Unauthorized.selector, L1_ROUTER));
        l2Router.finalizeDeposit(L1, id, transfer);
    }

    function test_DepositRefusals() public {
        bytes memory transfer = abi.encode(BOB, ALICE, L1_TOKEN, uint256(10), _metadata());
        _asL1Router();
        vm.expectRevert(abi.encodeWithSelector(IL2AssetRouter.WrongChain.selector, L1 + 1));
        l2Router.finalizeDeposit(L1 + 1, id, transfer);

        bytes32 wrong = AssetId.ofToken(L1, BOB);
        _asL1Router();
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.AssetIdMismatch.selector, id, wrong));
        l2Router.finalizeDeposit(L1, wrong, transfer);

        bytes32 ether_ = AssetId.ofEther(L1);
        bytes memory etherTransfer = abi.encode(BOB, ALICE, ETH_TOKEN_ADDRESS, uint256(10), _metadata());
        _asL1Router();
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.AssetIdNotSupported.selector, ether_));
        l2Router.finalizeDeposit(L1, ether_, etherTransfer);

        _asL1Router();
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.MalformedData.selector, 4));
        l2Router.finalizeDeposit(L1, id, hex"01020304");

        bytes memory unversioned = abi.encode(BOB, ALICE, L1_TOKEN, uint256(10), bytes(hex"00"));
        _asL1Router();
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.UnsupportedMetadataVersion.selector, bytes1(0)));
        l2Router.finalizeDeposit(L1, id, unversioned);

        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.Unauthorized.selector, address(this)));
        l2Vault.bridgeMint(L1, id, transfer);
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.Unauthorized.selector, address(this)));
        l2Vault.bridgeBurn(L1, id, ALICE, "");
    }

    function test_GettersThatTheOriginLacksRevert() public {
        bytes memory metadata = bytes.concat(
            hex"01", abi.encode(L1, bytes(""), abi.encodePacked(bytes32("old")), abi.encode(uint256(256)))
        );
        _asL1Router();
        l2Router.finalizeDeposit(L1, id, abi.encode(BOB, ALICE, L1_TOKEN, uint256(10), metadata));
        BridgedStandardERC20 t = BridgedStandardERC20(l2Vault.tokenAddress(id));
        vm.assertEq(t.balanceOf(ALICE), 10, "minted all the same");
        vm.expectRevert(IBridgedStandardERC20.GetterNotAvailable.selector);
        t.name();
        vm.expectRevert(IBridgedStandardERC20.GetterNotAvailable.selector);
        t.symbol();
        vm.expectRevert(IBridgedStandardERC20.GetterNotAvailable.selector);
        t.decimals();
    }

    /* Withdrawals */

    function test_WithdrawalBurnsThenTells() public {
        BridgedStandardERC20 t = _deposit(ALICE, 10);
        vm.recordLogs();
        vm.prank(ALICE);
        l2Router.withdraw(BOB, address(t), 4);
        vm.prank(ALICE);
        bytes32 hash = l2Router.withdraw(id, abi.encode(uint256(6), BOB, address(t)));
        (address[] memory senders, bytes[] memory data) = messages();
        bytes memory second =
            abi.encodePacked(FINALIZE_DEPOSIT, L2, id, abi.encode(ALICE, BOB, L1_TOKEN, uint256(6), _metadata()));
        vm.assertEq(senders.length, 2, "two messages");
        vm.assertEq(senders[0], L2_ASSET_ROUTER, "sender");
        vm.assertEq(
            data[0],
            abi.encodePacked(FINALIZE_DEPOSIT, L2, id, abi.encode(ALICE, BOB, L1_TOKEN, uint256(4), _metadata())),
            "first"
        );
        vm.assertEq(data[1], second, "second");
        vm.assertEq(hash, keccak256(second), "hash");
        vm.assertEq(t.totalSupply(), 0, "burned");
    }

    function test_WithdrawalRefusals() public {
        BridgedStandardERC20 t = _deposit(ALICE, 10);
        vm.recordLogs();
        vm.prank(ALICE);
        vm.expectRevert();
        l2Router.withdraw(BOB, address(t), 11);
        vm.prank(BOB);
        vm.expectRevert();
        l2Router.withdraw(BOB, address(t), 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL2AssetRouter.AssetIdNotSupported.selector, bytes32(0)));
        l2Router.withdraw(BOB, L2_BASE_TOKEN, 1);
        bytes memory toNobody = abi.encode(uint256(1), address(0), address(t));
        vm.prank(ALICE);
        vm.expectRevert(INativeTokenVault.ZeroAddress.selector);
        l2Router.withdraw(id, toNobody);
        bytes memory wrongToken = abi.encode(uint256(1), BOB, BOB);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.AddressMismatch.selector, address(t), BOB));
        l2Router.withdraw(id, wrongToken);
        (address[] memory senders,) = messages();
        vm.assertEq(senders.length, 0, "no message");
    }

    function test_TokenOfThisChainLeavesAndComesBack() public {
        TestERC20 home = new TestERC20("Home", "HOM", 8);
        bytes32 homeId = AssetId.ofToken(L2, address(home));
        home.mint(ALICE, 10);
        vm.prank(ALICE);
        home.approve(L2_NATIVE_TOKEN_VAULT, 10);
        vm.recordLogs();
        vm.prank(ALICE);
        l2Router.withdraw(homeId, abi.encode(uint256(10), BOB, address(home)));
        (, bytes[] memory data) = messages();
        bytes memory metadata =
            bytes.concat(hex"01", abi.encode(L2, abi.encode("Home"), abi.encode("HOM"), abi.encode(uint256(8))));
        vm.assertEq(
            data[0],
            abi.encodePacked(
                FINALIZE_DEPOSIT, L2, homeId, abi.encode(ALICE, BOB, address(home), uint256(10), metadata)
            ),
            "message"
        );
        vm.assertEq(home.balanceOf(L2_NATIVE_TOKEN_VAULT), 10, "locked");
        vm.assertEq(l2Router.l1TokenAddress(address(home)), address(0), "no L1 token");

        _asL1Router();
        l2Router.finalizeDeposit(L1, homeId, abi.encode(BOB, BOB, address(home), uint256(10), metadata));
        vm.assertEq(home.balanceOf(BOB), 10, "unlocked");
    }

    /* The bridged token */

    function test_OnlyTheVaultMintsAndBurns() public {
        BridgedStandardERC20 t = _deposit(ALICE, 10);
        bytes memory reason = abi.encodeWithSelector(IBridgedStandardERC20.Unauthorized.selector, address(this));
        vm.expectRevert(reason);
        t.bridgeMint(ALICE, 1);
        vm.expectRevert(reason);
        t.bridgeBurn(ALICE, 1);
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        t.bridgeInitialize(id, L1_TOKEN, "", "", "");
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        BridgedStandardERC20(TOKEN_CODE).bridgeInitialize(id, L1_TOKEN, "", "", "");
    }

    function test_Permit() public {
        uint256 key = 0xa11ce5;
        address owner = vm.addr(key);
        BridgedStandardERC20 t = _deposit(owner, 10);
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 digest = keccak256(
            abi.encodePacked(
                hex"1901", t.DOMAIN_SEPARATOR(), keccak256(abi.encode(typeHash, owner, BOB, 7, 0, type(uint256).max))
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        t.permit(owner, BOB, 7, type(uint256).max, v, r, s);
        vm.assertEq(t.allowance(owner, BOB), 7, "allowance");
        vm.expectRevert();
        t.permit(owner, BOB, 7, type(uint256).max, v, r, s);
    }

    /* Upgrades */

    function test_UpgraderObeysTheForceDeployerOnly() public {
        ComplexUpgrader upgrader = ComplexUpgrader(L2_COMPLEX_UPGRADER);
        UpgradeStep step = new UpgradeStep(address(new L2AssetRouter()));
        bytes memory run = abi.encodeCall(UpgradeStep.run, ());
        vm.expectRevert(abi.encodeWithSelector(IComplexUpgrader.Unauthorized.selector, address(this)));
        upgrader.upgrade(address(step), run);
        vm.prank(L2_FORCE_DEPLOYER);
        vm.expectRevert(abi.encodeWithSelector(IComplexUpgrader.AddressHasNoCode.selector, BOB));
        upgrader.upgrade(BOB, run);
        vm.prank(L2_FORCE_DEPLOYER);
        vm.expectRevert(bytes("step failed"));
        upgrader.upgrade(address(step), abi.encodeCall(UpgradeStep.fail, ()));

        vm.prank(L2_FORCE_DEPLOYER);
        upgrader.upgrade(address(step), run);
        bytes32 slot = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
        vm.assertEq(address(uint160(uint256(vm.load(L2_ASSET_ROUTER, slot)))), step.NEW_ROUTER(), "implementation");
        vm.assertEq(l2Router.L1_ASSET_ROUTER(), L1_ROUTER, "storage stays");
    }

    function test_NobodyElseUpgrades() public {
        bytes memory reason = abi.encodeWithSelector(SystemUpgradeable.NotComplexUpgrader.selector, address(this));
        vm.expectRevert(reason);
        l2Router.upgradeToAndCall(ROUTER_CODE, "");
        vm.expectRevert(reason);
        l2Vault.upgradeToAndCall(VAULT_CODE, "");
        vm.expectRevert();
        UpgradeableBeacon(TOKEN_BEACON).upgradeTo(ROUTER_CODE);
        vm.prank(L2_COMPLEX_UPGRADER);
        UpgradeableBeacon(TOKEN_BEACON).upgradeTo(TOKEN_CODE);
    }
}
